"""What a reviewer could claim, most urgent first. Reads only: the claim asks again who may."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from registrar.accounts.models import Membership, User
from verification.models import ReviewDecision, Submission
from verification.states import WITH_REVIEWERS, DecisionStanding, SubmissionState

from .claims import FREE
from .reviewers import who_may_decide

# One column without nulls: what has no due time comes last.
QUEUE_ORDER = ("queue_at", "id")


def claimable(user: User) -> QuerySet[Submission]:
    """Those that `user` may claim: waiting, or with a reviewer who has been idle for too long;
    of no account of their own, not decided once by themselves, and not assigned to somebody
    else who could do it."""
    own = Membership.objects.filter(user=user).values("account_id")
    idle = Q(state=SubmissionState.IN_REVIEW, lease_until__lt=timezone.now())
    rows = Submission.objects.filter(Q(state__in=sorted(FREE)) | (idle & ~Q(reviewer=user)))
    return (
        # The same in other words: the queue's index holds these states.
        rows.filter(state__in=sorted(WITH_REVIEWERS))
        .exclude(account_id__in=own)
        .exclude(Exists(_proposed(reviewer=user)))
        .exclude(_somebody_elses(user))
    )


def most_urgent(
    user: User, *, but_not: Collection[int] = (), rather_not: Collection[int] = ()
) -> Submission | None:
    """The first of `claimable`: one assigned to `user`, else the oldest due; of `rather_not` only
    where there is no other. Two queries, three with those."""
    rows = claimable(user).exclude(pk__in=but_not).order_by(*QUEUE_ORDER)
    others = rows.exclude(pk__in=rather_not) if rather_not else rows
    found = others.filter(assigned_to=user).first() or others.first()
    return found or (rows.first() if rather_not else None)


def held_by(user: User) -> QuerySet[Submission]:
    """What `user` has claimed and could decide, the oldest claim first."""
    own = Membership.objects.filter(user=user).values("account_id")
    rows = Submission.objects.filter(state=SubmissionState.IN_REVIEW, reviewer=user)
    return rows.exclude(account_id__in=own).order_by("claimed_at", "id")


def _somebody_elses(user: User) -> Q:
    # Whoever left, may decide no more, belongs to the account by now or has decided already would
    # block it for ever.
    decided = Exists(_proposed(reviewer_id=OuterRef("assigned_to_id")))
    own = Exists(
        Membership.objects.filter(
            account_id=OuterRef("account_id"), user_id=OuterRef("assigned_to_id")
        )
    )
    able = Q(assigned_to__in=who_may_decide()) & ~Q(decided) & ~Q(own)
    return Q(assigned_to__isnull=False) & ~Q(assigned_to=user) & able


def _proposed(**whose: object) -> QuerySet[ReviewDecision]:
    return ReviewDecision.objects.filter(
        submission_id=OuterRef("pk"), standing=DecisionStanding.PROPOSED, **whose
    )
