"""What waits for a reviewer, and what comes next."""

from typing import Any

from django.db.models import Q, QuerySet

from registrar.accounts.models import Membership, User
from verification.models import Submission
from verification.states import SubmissionState

WAITING = (SubmissionState.SUBMITTED, SubmissionState.IN_REVIEW)
# The day promised to the user comes first, then who has waited longest.
QUEUE_ORDER = ("expected_on", "submitted_at", "pk")


def next_submission(user: User) -> Submission | None:
    """The most urgent one that `user` could decide now: claimed by nobody or by themselves,
    and not of an account that they belong to. One query."""
    own_accounts = Membership.objects.filter(user=user).values("account_id")
    free = Q(state=SubmissionState.SUBMITTED)
    mine = Q(state=SubmissionState.IN_REVIEW, reviewer=user)
    rows: QuerySet[Any] = Submission.objects.filter(free | mine)
    return rows.exclude(account_id__in=own_accounts).order_by(*QUEUE_ORDER).first()
