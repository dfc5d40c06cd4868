"""States of a submission and of a review's decisions, and where a failed one failed."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SubmissionState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    IN_REVIEW = "in_review", _("In first review")
    SECOND_REVIEW = "second_review", _("Waiting for a second reviewer")
    MORE_WANTED = "more_wanted", _("More is wanted")
    AT_AUTHORITY = "at_authority", _("At the authority")
    PASSED = "passed", _("Passed")
    FAILED = "failed", _("Failed")
    WITHDRAWN = "withdrawn", _("Withdrawn")


# With the reviewers: waiting for one, or in the hands of one.
WITH_REVIEWERS = frozenset(
    {SubmissionState.SUBMITTED, SubmissionState.IN_REVIEW, SubmissionState.SECOND_REVIEW}
)
# Not yet with the authority: the customer may take it back.
WITHDRAWABLE = WITH_REVIEWERS | {SubmissionState.MORE_WANTED}
OPEN = WITHDRAWABLE | {SubmissionState.AT_AUTHORITY}


# What customers are shown and may filter by: how many of us look at it is our own affair.
SHOWN_STATES = tuple(state for state in SubmissionState if state != SubmissionState.SECOND_REVIEW)


def shown_state(state: str) -> SubmissionState:
    """The state as the customer sees it: waiting for a second reviewer is the first review."""
    known = SubmissionState(state)
    return known if known in SHOWN_STATES else SubmissionState.IN_REVIEW


def behind_shown(state: str) -> tuple[str, ...]:
    """Every state that is shown as this one."""
    return tuple(known for known in SubmissionState.values if shown_state(known) == state)


class FoundLevel(models.TextChoices):
    """The worst that the pre-check found. UNREAD: nothing so far, and some picture isn't read."""

    BLOCK = "block", _("Would fail")
    WARN = "warn", _("Please check")
    NONE = "none", _("No findings")
    UNREAD = "unread", _("Not read yet")


class FailureStage(models.TextChoices):
    REVIEWER = "reviewer", _("First review")
    AUTHORITY = "authority", _("Authority")
    TIMEOUT = "timeout", _("Timeout")


class Verdict(models.TextChoices):
    """What a reviewer decided."""

    APPROVE = "approve", _("Approved")
    FAIL = "fail", _("Failed")
    ASK = "ask", _("More asked for")


class DecisionStanding(models.TextChoices):
    """What became of a decision. PROPOSED waits for a second reviewer."""

    PROPOSED = "proposed", _("Waiting for a second reviewer")
    IN_FORCE = "in_force", _("In force")
    OVERRULED = "overruled", _("Decided otherwise by the second reviewer")
    REOPENED = "reopened", _("Reopened")
    WITHDRAWN = "withdrawn", _("Withdrawn by the customer")


class AnswerVia(models.TextChoices):
    """How an authority's answer came."""

    CALLBACK = "callback", _("Callback")
    POLL = "poll", _("Asked")


class AnswerEffect(models.TextChoices):
    """What an authority's answer did. Only APPLIED ended a submission."""

    APPLIED = "applied", _("Took effect")
    PENDING = "pending", _("Not decided yet")
    REPEATED = "repeated", _("Repeated, no effect")
    CONTRADICTED = "contradicted", _("Contradicts the result; changed nothing")
    LATE = "late", _("Came after the end; changed nothing")
