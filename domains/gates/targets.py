"""Gates of the template that a domain is registered with, or that a change of registrant moves
it to (seed 003, route one)."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from registrar.blockers import Blocker
from templates_app.rules.restrictions import Hit, code_of, message_of

from .facts import TargetFacts

_SOURCE = "seed 003, 可使用的模板信息"
_UNVERIFIED = "template_not_verified"


def holder_blockers(target: TargetFacts) -> tuple[Blocker, ...]:
    """Every reason why a domain can't be registered with `target`; empty when it can. Not being
    verified is none: the domain is held until it is (seed 002, serverHold)."""
    blocked = target_blockers(target)
    return tuple(blocker for blocker in blocked if blocker.code != _UNVERIFIED)


def target_blockers(target: TargetFacts) -> tuple[Blocker, ...]:
    """Every reason why a domain can't be moved to `target`; empty when it can."""
    found = (
        (not target.same_account, "template_other_account", _OTHER_ACCOUNT),
        (target.disabled, "template_disabled", _DISABLED),
        (
            not target.verified,
            _UNVERIFIED,
            _IN_REVIEW if target.in_review else _NOT_VERIFIED,
        ),
        (not target.fits_suffix, "template_unfit_for_suffix", _UNFIT),
    )
    standing = tuple(
        Blocker(code=code, message=message, source=_SOURCE)
        for applies, code, message in found
        if applies
    )
    # Each cause once, though it may be met by several fields.
    by_cause = {(hit.cause, hit.word): hit for hit in target.restrictions}
    return standing + tuple(_restriction(hit) for hit in by_cause.values())


def _restriction(hit: Hit) -> Blocker:
    return Blocker(
        code=code_of(hit),
        message=message_of(hit),
        source="seed 002, 填写有误，或因为其他原因无法使用",
        until=hit.until + timedelta(days=1) if hit.until else None,
    )


_OTHER_ACCOUNT = _("The info template belongs to another account.")
_DISABLED = _("The info template is disabled. Choose another one.")
_NOT_VERIFIED = _("The info template is not verified. Verify it first, or choose another one.")
_IN_REVIEW = _("The info template is still in review. Wait for the result, or choose another one.")
_UNFIT = _("The info template can't be used for this domain's suffix. Choose another one.")
