"""What a reviewer can do with a submission now (pure but for whose account it is)."""

from enum import StrEnum

from django.utils import timezone

from registrar.accounts.models import Membership, User
from verification.models import ReviewDecision, Submission
from verification.states import SubmissionState


class Standing(StrEnum):
    """FREE: to be claimed. DECIDED: by this very reviewer, and a colleague has to confirm."""

    FREE = "free"
    MINE = "mine"
    THEIRS = "theirs"
    OWN_ACCOUNT = "own_account"
    DECIDED = "decided"
    CLOSED = "closed"


def belongs_to(user: User, submission: Submission) -> bool:
    """Whether this member of staff belongs to the submission's account. One query."""
    return Membership.objects.filter(account_id=submission.account_id, user=user).exists()


def standing_of(
    submission: Submission, user: User, *, own_account: bool, proposed: ReviewDecision | None
) -> Standing:
    """`proposed`: the decision that waits for a second reviewer."""
    state = submission.state
    waits = (SubmissionState.SUBMITTED, SubmissionState.IN_REVIEW, SubmissionState.SECOND_REVIEW)
    if state not in waits:
        return Standing.CLOSED
    if own_account:
        return Standing.OWN_ACCOUNT
    if state == SubmissionState.IN_REVIEW:
        return _of_claim(submission, user)
    mine = proposed is not None and proposed.reviewer_id == user.pk
    if state == SubmissionState.SECOND_REVIEW and mine:
        return Standing.DECIDED
    return Standing.FREE


def _of_claim(submission: Submission, user: User) -> Standing:
    if submission.reviewer_id == user.pk:
        return Standing.MINE
    return Standing.FREE if has_lapsed(submission) else Standing.THEIRS


def has_lapsed(submission: Submission) -> bool:
    """Whether its reviewer has been idle for so long that others may claim it."""
    until = submission.lease_until
    return until is not None and until < timezone.now()
