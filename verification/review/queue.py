"""What waits for a reviewer, and what comes next."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from registrar.accounts.models import Membership, User
from verification.models import Submission
from verification.states import SubmissionState

WAITING = (SubmissionState.SUBMITTED, SubmissionState.IN_REVIEW)
# The day promised to the user comes first, then who has waited longest.
QUEUE_ORDER = ("expected_on", "submitted_at", "pk")


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """How much waits: for anybody, with `user`, and past the day promised to its account."""

    free: int
    mine: int
    late: int


def queue_counts(user: User) -> QueueCounts:
    """One query over what waits."""
    counts: dict[str, int] = Submission.objects.filter(state__in=WAITING).aggregate(
        free=Count("pk", filter=Q(state=SubmissionState.SUBMITTED)),
        mine=Count("pk", filter=Q(state=SubmissionState.IN_REVIEW, reviewer=user)),
        late=Count("pk", filter=Q(expected_on__lt=timezone.localdate())),
    )
    return QueueCounts(**counts)


def next_submission(user: User) -> Submission | None:
    """The most urgent one that `user` could decide now: claimed by nobody or by themselves,
    and not of an account that they belong to. One query."""
    own_accounts = Membership.objects.filter(user=user).values("account_id")
    free = Q(state=SubmissionState.SUBMITTED)
    mine = Q(state=SubmissionState.IN_REVIEW, reviewer=user)
    rows: QuerySet[Any] = Submission.objects.filter(free | mine)
    return rows.exclude(account_id__in=own_accounts).order_by(*QUEUE_ORDER).first()
