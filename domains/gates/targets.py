"""Gates of the template that a change of registrant moves a domain to (seed 003, route one)."""

from django.utils.translation import gettext_lazy as _

from registrar.blockers import Blocker

from .facts import TargetFacts

_SOURCE = "seed 003, 可使用的模板信息"


def target_blockers(target: TargetFacts) -> tuple[Blocker, ...]:
    """Every reason why a domain can't be moved to `target`; empty when it can."""
    found = (
        (not target.same_account, "template_other_account", _OTHER_ACCOUNT),
        (target.disabled, "template_disabled", _DISABLED),
        (
            not target.verified,
            "template_not_verified",
            _IN_REVIEW if target.in_review else _NOT_VERIFIED,
        ),
        (not target.fits_suffix, "template_unfit_for_suffix", _UNFIT),
    )
    return tuple(
        Blocker(code=code, message=message, source=_SOURCE)
        for applies, code, message in found
        if applies
    )


_OTHER_ACCOUNT = _("The info template belongs to another account.")
_DISABLED = _("The info template is disabled. Choose another one.")
_NOT_VERIFIED = _("The info template is not verified. Verify it first, or choose another one.")
_IN_REVIEW = _("The info template is still in review. Wait for the result, or choose another one.")
_UNFIT = _("The info template can't be used for this domain's suffix. Choose another one.")
