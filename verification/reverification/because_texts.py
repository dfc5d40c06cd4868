"""What each `Because` code says to a user, per route."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .rules import Because, Route

_COMMON: Mapping[Because, Promise] = {
    Because.USABLE_TEMPLATE_SAME_HOLDER: _(
        "You have a verified info template with the same holder."
    ),
    Because.USABLE_TEMPLATE: _("You have a verified info template; the holder would change to it."),
    Because.NO_USABLE_TEMPLATE: _("You have no verified info template that fits this domain."),
    Because.NO_TEMPLATE_OF_THIS_HOLDER: _(
        "None of your verified info templates has this holder: the holder stays as it is."
    ),
    Because.HOLDER_MUST_CHANGE: _(
        "This holder or document can't pass: another holder or document is needed."
    ),
    Because.REASON_NEEDS_SUPPORT: _("Our staff has to look at this reason first."),
    Because.OTHER_ROUTE_BLOCKED: _("The other route is blocked at the moment."),
    Because.FASTER: _("No new materials are needed, and it is usually faster."),
    Because.REFUSED_BEFORE: _(
        "The registry refused this change lately. See why before you ask for it again."
    ),
    Because.NOTHING_WRONG: _(
        "Nothing was found wrong with the materials: submit them again as they are."
    ),
    Because.SAFE_DAY_REACHED: _(
        "The records have had the time they need to catch up with the new document."
    ),
    Because.FAILED_REPEATEDLY: _("The materials have been refused more than once."),
}
_BY_ROUTE: Mapping[Because, Mapping[Route, Promise]] = {
    Because.REASON_IS_WAIT: {
        Route.CHANGE_REGISTRANT: _("You need not wait until the new document is on record."),
        Route.RESUBMIT: _(
            "The document was issued or changed recently: wait until the records have caught up,"
            " then submit the same again."
        ),
    },
    Because.HOLDER_NAME_WRONG: {
        Route.CHANGE_REGISTRANT: _("The holder's name is wrong, and this route corrects it."),
        Route.RESUBMIT: _(
            "The holder's name is wrong, and can't be corrected here: it would fail again."
        ),
    },
}


def because_text(route: Route, code: Because) -> str:
    """One sentence for `code` beside `route`, in the active language."""
    return str(_BY_ROUTE[code][route] if code in _BY_ROUTE else _COMMON[code])
