"""A review's decision takes effect: off to the authority, or failed. Under the locks of its
service."""

import datetime as dt
from collections.abc import Sequence

from django.conf import settings
from django.utils import timezone

from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.transitions import move
from verification.materials_rules import get_profile
from verification.models import Submission
from verification.notices import tell_result
from verification.states import FailureStage
from verification.waiting.services import after_failure

from .decision_rows import ReasonAt
from .handing_over import hand_over
from .reasons_given import as_places, codes_in
from .subjects import Subject, settle


def carry_out_approval(actor: Actor, row: Submission, *, note_to_staff: str) -> None:
    """It goes to the authority, after the time in which it can be taken back."""
    row.lease_until = None
    row.note_to_staff = note_to_staff
    grace = dt.timedelta(seconds=settings.REVIEW_GRACE)
    hand_over(actor=actor, submission=row, profile=get_profile(row.profile), wait=grace)


def carry_out_failure(
    actor: Actor,
    row: Submission,
    subject: Subject,
    *,
    reasons: Sequence[ReasonAt],
    note_to_user: str,
    note_to_staff: str,
) -> None:
    """It fails, its template or domain with it, and the customer is told."""
    before = row.state
    move(row.fail)
    row.stage = FailureStage.REVIEWER
    row.reason_codes, row.reason_places = codes_in(reasons), as_places(reasons)
    row.note_to_user, row.note_to_staff = note_to_user, note_to_staff
    row.lease_until = None
    row.ended_at = timezone.now()
    row.save()
    settle(actor=actor, subject=subject, passed=False)
    tell_result(row)
    record(
        actor=actor,
        action="submission.failed",
        about=row,
        before={"state": before},
        after={"state": row.state, "stage": row.stage, "reasons": row.reason_codes},
    )
    after_failure(actor, row)
