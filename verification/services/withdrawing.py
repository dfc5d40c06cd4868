"""Taking a submission back, as long as it has not gone to the authority."""

from django.db import transaction
from django.utils import timezone

from domains.transitions import move
from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from verification.models import Submission

from .subjects import leave_review, lock_submission


@transaction.atomic
def withdraw_submission(*, actor: Actor, submission: Submission) -> Submission:
    """End it undecided; StateConflict once it is at the authority or has ended."""
    require(actor, Permission.VERIFICATIONS_WRITE)
    row, subject = lock_submission(submission.pk)
    before = row.state
    move(row.withdraw)
    row.ended_at = timezone.now()
    row.save()
    leave_review(actor=actor, subject=subject, back_to=row.state_before)
    record(
        actor=actor,
        action="submission.withdrawn",
        about=row,
        before={"state": before},
        after={"state": row.state},
    )
    return row
