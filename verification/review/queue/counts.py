"""How much waits for a reviewer, and what comes next."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils import timezone

from registrar.accounts.models import User
from verification.models import Submission
from verification.services.claimable import QUEUE_ORDER, most_urgent
from verification.services.claims import to_confirm
from verification.states import WITH_REVIEWERS, WITHDRAWABLE, SubmissionState

WAITING = tuple(sorted(WITH_REVIEWERS))


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """How many are with the reviewers, and of those: free to be claimed, in `user`'s hands, set
    aside for `user` or for nobody, to be confirmed, past their due time. `more` wait for the
    customer."""

    waiting: int
    free: int
    mine: int
    assigned: int
    unassigned: int
    second: int
    overdue: int
    more: int


def queue_counts(user: User) -> QueueCounts:
    """One query over what is not decided yet."""
    waiting = Q(state__in=WAITING)
    state = SubmissionState
    parts = {
        "waiting": waiting,
        "free": Q(state__in=(state.SUBMITTED, state.SECOND_REVIEW)),
        "mine": Q(state=state.IN_REVIEW, reviewer=user),
        "assigned": waiting & Q(assigned_to=user),
        "unassigned": waiting & Q(assigned_to__isnull=True),
        "second": to_confirm(),
        "overdue": waiting & Q(review_due_at__lt=timezone.now()),
        "more": Q(state=state.MORE_WANTED),
    }
    rows = Submission.objects.filter(state__in=sorted(WITHDRAWABLE))
    found = rows.aggregate(**{name: Count("pk", filter=part) for name, part in parts.items()})
    return QueueCounts(**found)


def next_submission(user: User) -> Submission | None:
    """What `user` should open now: the oldest due of what they hold, else the most urgent that
    they could claim."""
    held = Submission.objects.filter(state=SubmissionState.IN_REVIEW, reviewer=user)
    return held.order_by(*QUEUE_ORDER).first() or most_urgent(user)
