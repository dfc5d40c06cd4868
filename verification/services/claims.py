"""Who may decide this submission now: what every service of the reviewers asks first."""

from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.accounts.models import Membership, User
from registrar.errors import NotPermitted, StateConflict
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.transitions import move
from verification.models import ReviewDecision, Submission
from verification.states import DecisionStanding, SubmissionState

from .holding import hold
from .reviewers import require_reviewer
from .subjects import Subject, lock_submission

FREE = frozenset({SubmissionState.SUBMITTED, SubmissionState.SECOND_REVIEW})
_ENDED = _("You do not hold this submission, or no longer: claim it, then decide.")


def for_reviewer(actor: Actor, submission: Submission) -> tuple[Submission, Subject]:
    user = require_reviewer(actor)
    row, subject = lock_submission(submission.pk)
    refuse_own_account(user, row)
    return row, subject


def claimed_by(actor: Actor, submission: Submission) -> tuple[Submission, Subject]:
    """The submission in the actor's hands, locked.

    A claim that ended only because its reviewer was idle is taken up again where nobody else has
    had the submission since, so that nothing typed meanwhile is lost. StateConflict otherwise:
    `claimed_by_other`, `claim_ended` while it waits, or that it has moved on.
    """
    row, subject = for_reviewer(actor, submission)
    if row.state == SubmissionState.IN_REVIEW:
        if row.reviewer_id != actor.user_id:
            raise claimed_by_other()
        return row, subject
    if row.state not in FREE:
        raise StateConflict
    if row.idle_reviewer_id != actor.user_id:
        raise claim_ended()
    _take_up_again(actor, row)
    return row, subject


def claimed_by_other() -> StateConflict:
    return StateConflict("claimed_by_other", _("A colleague has claimed this submission."))


def claim_ended() -> StateConflict:
    return StateConflict("claim_ended", _ENDED)


def refuse_own_account(user: User, row: Submission) -> None:
    if Membership.objects.filter(account_id=row.account_id, user=user).exists():
        raise NotPermitted(
            "own_account", _("You belong to this account: a colleague has to decide.")
        )


def refuse_own_proposal(user_id: int | None, row: Submission) -> None:
    """Four eyes are two people's."""
    if proposals(row).filter(reviewer_id=user_id).exists():
        raise NotPermitted(
            "own_decision", _("You have decided this submission: a colleague has to confirm it.")
        )


def proposals(row: Submission) -> Any:
    """The decision that waits for a second reviewer, at most one."""
    return ReviewDecision.objects.filter(submission=row, standing=DecisionStanding.PROPOSED)


def to_confirm() -> Q:
    """What waits for a second reviewer, or is in the hands of one."""
    proposed = ReviewDecision.objects.filter(standing=DecisionStanding.PROPOSED)
    held = Q(state=SubmissionState.IN_REVIEW, pk__in=proposed.values("submission_id"))
    return Q(state=SubmissionState.SECOND_REVIEW) | held


def has_lapsed(row: Submission) -> bool:
    """In review, and its reviewer has been idle for longer than a claim holds."""
    lapsed = row.lease_until is not None and row.lease_until < timezone.now()
    return row.state == SubmissionState.IN_REVIEW and lapsed


def _take_up_again(actor: Actor, row: Submission) -> None:
    before = row.state
    move(row.claim)
    hold(row, actor)
    record(
        actor=actor,
        action="submission.claimed",
        about=row,
        before={"state": before},
        after={"state": row.state},
    )
