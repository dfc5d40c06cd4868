"""Taking a submission for review, and letting go of it."""

import datetime as dt

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from domains.transitions import move
from registrar.errors import StateConflict
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from verification.models import Submission
from verification.models.material import MaterialState
from verification.selectors import materials_of
from verification.states import SubmissionState

from .claims import for_reviewer
from .reading import want_readings


@transaction.atomic
def claim_submission(*, actor: Actor, submission: Submission) -> Submission:
    """Take a submitted one for review; StateConflict when a colleague was faster.

    Asks for the reading of its pictures that nobody has read.
    """
    row, _subject = for_reviewer(actor, submission)
    before = row.state
    move(row.claim)
    _take(actor, row)
    record(
        actor=actor,
        action="submission.claimed",
        about=row,
        before={"state": before},
        after={"state": row.state},
    )
    return row


@transaction.atomic
def take_over_submission(*, actor: Actor, submission: Submission) -> Submission:
    """Take a colleague's claim, who is away: logged with both names.

    StateConflict when it is not in review, or is the actor's own already.
    """
    row, _subject = for_reviewer(actor, submission)
    if row.state != SubmissionState.IN_REVIEW or row.reviewer_id == actor.user_id:
        raise StateConflict
    colleague = row.reviewer_id
    _take(actor, row)
    record(
        actor=actor,
        action="submission.taken_over",
        about=row,
        before={"reviewer": f"user:{colleague}"},
        after={"reviewer": f"user:{actor.user_id}"},
    )
    return row


def _take(actor: Actor, row: Submission) -> None:
    row.reviewer_id = actor.user_id
    row.claimed_at = timezone.now()
    row.lease_until = row.claimed_at + dt.timedelta(minutes=settings.REVIEW_LEASE)
    row.save()
    # Handed in unread (READ_PICTURES was off, an earlier version): the reviewer wants the findings.
    want_readings(m for m in materials_of(row) if m.state == MaterialState.READY)
