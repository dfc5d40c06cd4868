"""States of an info template and what they mean (design: unverified → in review → verified
or failed; failed → in review; any → disabled)."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class TemplateState(models.TextChoices):
    UNVERIFIED = "unverified", _("Not verified")
    IN_REVIEW = "in_review", _("In review")
    VERIFIED = "verified", _("Verified")
    FAILED = "failed", _("Verification failed")
    DISABLED = "disabled", _("Disabled")


class DisabledReason(models.TextChoices):
    """Why a template is barred from use. Its holder chooses the first one only."""

    RETIRED = "retired", _("No longer used")
    TOO_OLD = "too_old", _("Too old")
    BARRED = "barred", _("Barred by the registrar")


STATE_TEXTS: dict[str, Promise] = {
    TemplateState.UNVERIFIED: _(
        "Not submitted for verification yet. Domains can move to it once it is verified."
    ),
    TemplateState.IN_REVIEW: _(
        "The documents are being reviewed. Nothing can be changed before the result."
    ),
    TemplateState.VERIFIED: _(
        "The holder is verified. Domains can be registered with it and move to it."
    ),
    TemplateState.FAILED: _("Verification failed. Correct what was wrong and submit it again."),
    TemplateState.DISABLED: _("It can't be used any more. Domains that use it keep it."),
}

STATE_TONES: dict[str, str] = {
    TemplateState.UNVERIFIED: "muted",
    TemplateState.IN_REVIEW: "info",
    TemplateState.VERIFIED: "ok",
    TemplateState.FAILED: "bad",
    TemplateState.DISABLED: "muted",
}
