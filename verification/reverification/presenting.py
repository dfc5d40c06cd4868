"""What the pages of re-verification show, ready for their templates."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission
from registrar.blockers import Blocker
from registrar.tenancy.actor import Actor
from verification.waiting.presenting import READ_ONLY, UnchangedButton, unchanged_button

from .because_texts import because_text
from .rules import MANY_FAILURES, Route, RouteOffer
from .selectors import Outlook


@dataclass(frozen=True, slots=True)
class RouteCard:
    """One route as a choice. `why_not` is empty when the button works. `waits_until` is the
    first safe day while it is still to come; `unchanged` the button that sends the same again,
    None where that can't help."""

    route: str
    title: str | Promise
    text: str | Promise
    action: str | Promise
    url_name: str
    recommended: bool
    because: tuple[str, ...]
    expected_on: date
    provisional: bool
    why_not: tuple[Blocker, ...]
    waits_until: date | None = None
    waits_provisional: bool = False
    unchanged: UnchangedButton | None = None

    @property
    def open(self) -> bool:
        return not self.why_not


@dataclass(frozen=True, slots=True)
class Support:
    """The way to support, always there; `prominent` once the fixes have not helped."""

    prominent: bool


_TITLES: dict[Route, Promise] = {
    Route.CHANGE_REGISTRANT: _("Move the domain to a verified info template"),
    Route.RESUBMIT: _("Submit corrected materials"),
}
# Where waiting is all, or not even that.
_AGAIN_TITLE = _("Submit the materials again")
# Where nothing has failed yet there is nothing to correct.
_FIRST_TITLE = _("Submit real-name materials")
_FIRST_ACTION = _("Submit materials")
_TEXTS: dict[Route, Promise] = {
    Route.CHANGE_REGISTRANT: _(
        "Change of registrant, 1-3 working days. The domain is verified with it, nothing has to"
        " be submitted again."
    ),
    Route.RESUBMIT: _(
        "For the same holder, 3-5 working days. Holder type and holder name stay as they are."
    ),
}
_ACTIONS: dict[Route, Promise] = {
    Route.CHANGE_REGISTRANT: _("Choose an info template"),
    Route.RESUBMIT: _("Correct and submit"),
}
_URLS = {
    Route.CHANGE_REGISTRANT: "verification:reverify_change",
    Route.RESUBMIT: "verification:reverify_resubmit",
}
_PERMISSIONS = {
    Route.CHANGE_REGISTRANT: Permission.OPERATIONS_WRITE,
    Route.RESUBMIT: Permission.VERIFICATIONS_WRITE,
}


def route_cards(outlook: Outlook, actor: Actor) -> list[RouteCard]:
    """Both routes, the recommended one first."""
    first = outlook.failure is None
    cards = [_card(offer, actor, outlook, first=first) for offer in outlook.offers]
    return sorted(cards, key=lambda card: not card.recommended)


def support_for(outlook: Outlook) -> Support:
    """Prominent once the same domain has failed repeatedly (seed 003, 提交工单)."""
    return Support(prominent=outlook.failures >= MANY_FAILURES)


def _card(offer: RouteOffer, actor: Actor, outlook: Outlook, *, first: bool) -> RouteCard:
    route = offer.route
    second = route is Route.RESUBMIT
    way = outlook.way if second else None
    waits = way is not None and offer.safe_from is not None and not way.safe_day_reached
    first = first and second
    permitted = actor.may(_PERMISSIONS[route])
    button = unchanged_button(way, actor)
    return RouteCard(
        route=str(route),
        title=_FIRST_TITLE if first else _AGAIN_TITLE if button else _TITLES[route],
        text=_TEXTS[route],
        action=_FIRST_ACTION if first else _ACTIONS[route],
        url_name=_URLS[route],
        recommended=offer.recommended,
        because=tuple(because_text(route, code) for code in offer.because),
        expected_on=offer.expected_on,
        provisional=offer.provisional,
        why_not=offer.blocked_by if permitted else (*offer.blocked_by, READ_ONLY),
        waits_until=offer.safe_from if waits else None,
        waits_provisional=waits and offer.safe_provisional,
        unchanged=button,
    )
