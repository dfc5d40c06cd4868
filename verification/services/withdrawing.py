"""Taking a submission back, as long as it has not gone to the authority."""

from django.db import transaction
from django.utils import timezone

from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.transitions import move
from verification.models import Submission
from verification.states import DecisionStanding

from .four_eyes import lock_proposal
from .more_rows import drop_more_requests
from .second_review import close_decision
from .subjects import leave_review, lock_submission


@transaction.atomic
def withdraw_submission(*, actor: Actor, submission: Submission) -> Submission:
    """End it undecided; StateConflict once it is at the authority or has ended."""
    require(actor, Permission.VERIFICATIONS_WRITE)
    row, subject = lock_submission(submission.pk)
    before = row.state
    move(row.withdraw)
    row.ended_at = timezone.now()
    row.lease_until = None
    row.save()
    _close_the_reviewers_part(row)
    leave_review(actor=actor, subject=subject, back_to=row.state_before)
    record(
        actor=actor,
        action="submission.withdrawn",
        about=row,
        before={"state": before},
        after={"state": row.state},
    )
    return row


def _close_the_reviewers_part(row: Submission) -> None:
    """Nobody has to confirm it, and nothing has to be brought any more."""
    proposal = lock_proposal(row)
    if proposal is not None:
        close_decision(proposal, None, DecisionStanding.WITHDRAWN)
    drop_more_requests(row)
