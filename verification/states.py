"""States of a submission, and at which stage a failed one failed."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SubmissionState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    IN_REVIEW = "in_review", _("In first review")
    AT_AUTHORITY = "at_authority", _("At the authority")
    PASSED = "passed", _("Passed")
    FAILED = "failed", _("Failed")
    WITHDRAWN = "withdrawn", _("Withdrawn")


OPEN = frozenset(
    {SubmissionState.SUBMITTED, SubmissionState.IN_REVIEW, SubmissionState.AT_AUTHORITY}
)


class FailureStage(models.TextChoices):
    REVIEWER = "reviewer", _("First review")
    AUTHORITY = "authority", _("Authority")
    TIMEOUT = "timeout", _("Timeout")
