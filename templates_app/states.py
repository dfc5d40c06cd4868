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
        "Nothing has been handed in yet. Domains can be moved to it once it is verified."
    ),
    TemplateState.IN_REVIEW: _("The documents are being reviewed. Nothing can be changed now."),
    TemplateState.VERIFIED: _("The holder is verified. Register and move domains with it."),
    TemplateState.FAILED: _(
        "The review refused it. Correct what was wrong and hand it in once more."
    ),
    TemplateState.DISABLED: _("It can't be used any more. Domains that have it keep it."),
}

STATE_TONES: dict[str, str] = {
    TemplateState.UNVERIFIED: "muted",
    TemplateState.IN_REVIEW: "info",
    TemplateState.VERIFIED: "ok",
    TemplateState.FAILED: "bad",
    TemplateState.DISABLED: "muted",
}
