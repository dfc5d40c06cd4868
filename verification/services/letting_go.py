"""The end of a claim that was not decided, and what keeps it from ending."""

from django.db import transaction
from django.utils import timezone

from registrar.errors import NotFound, StateConflict
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from verification.models import Submission
from verification.states import SubmissionState

from .claims import claim_ended, claimed_by_other, has_lapsed, proposals
from .holding import lease_from, let_go
from .reviewers import require_reviewer
from .subjects import lock_submission


@transaction.atomic
def give_back(*, actor: Actor, submission: Submission) -> Submission:
    """Let go of an own claim: it waits for a reviewer again, or for a second one.

    Its clock goes on. StateConflict unless it is the actor's.
    """
    require_reviewer(actor)
    row, _subject = lock_submission(submission.pk)
    if row.state != SubmissionState.IN_REVIEW:
        raise StateConflict
    if row.reviewer_id != actor.user_id:
        raise claimed_by_other()
    _let_go(actor, row, "submission.given_back", idle=False)
    return row


@transaction.atomic
def keep_claim(*, actor: Actor, submission: Submission) -> None:
    """Whoever holds it is at work: the claim holds for its whole time again. Not logged.

    StateConflict `claimed_by_other` or `claim_ended` when it isn't the actor's any more.
    """
    require_reviewer(actor)
    now = timezone.now()
    # One statement under its own condition: there is nothing else to be read under the lock.
    mine = Submission.objects.filter(
        pk=submission.pk, state=SubmissionState.IN_REVIEW, reviewer_id=actor.user_id
    )
    if mine.update(lease_until=lease_from(now)):
        return
    row = Submission.objects.filter(pk=submission.pk).only("state").first()
    if row is None:
        raise NotFound
    raise claimed_by_other() if row.state == SubmissionState.IN_REVIEW else claim_ended()


@transaction.atomic
def end_idle_claim(*, actor: Actor, submission_id: int) -> bool:
    """Give back what its reviewer has left lying; False when there is nothing to do any more.

    For the sweep, as the system. A decision that comes late still counts as long as nobody else
    has had it: see claims.claimed_by.
    """
    try:
        row, _subject = lock_submission(submission_id)
    except NotFound:
        return False
    if not has_lapsed(row):
        return False
    _let_go(actor, row, "submission.claim_ended", idle=True)
    return True


def _let_go(actor: Actor, row: Submission, action: str, *, idle: bool) -> None:
    before = {"state": row.state, "reviewer": f"user:{row.reviewer_id}"}
    let_go(row, proposed=proposals(row).exists(), idle=idle)
    record(actor=actor, action=action, about=row, before=before, after={"state": row.state})
