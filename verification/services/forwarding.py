"""The way to the authority: taking a row for one worker, and what a call came to.

A worker *takes* a row by moving `due_at` ahead in one short transaction, calls outside of any,
and writes the result in another. Whoever finds `due_at` in the future leaves the row alone.
"""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.utils import timezone

from registrar.jobs import lease_until
from verification.models import Submission
from verification.states import SubmissionState

_LONGEST_POLL = dt.timedelta(minutes=10)
_LONGEST_PAUSE = dt.timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What a worker needs to know of the row that it has taken."""

    submission_id: int
    transaction_id: uuid.UUID
    # Sent before, successfully or not: ask what became of it instead of sending again.
    sent_before: bool
    received: bool
    overdue: bool


def take_submission(*, submission_id: int) -> Parcel | None:
    """Lease a due row that is at the authority; None when there is nothing to do.

    The first taking writes `sent_at`, so that a crash between call and answer leaves a trace.
    """
    row = _locked(submission_id)
    now = timezone.now()
    if row is None or row.due_at is None or row.due_at > now:
        return None
    parcel = Parcel(
        submission_id=row.pk,
        transaction_id=row.transaction_id,
        sent_before=row.sent_at is not None,
        received=row.received_at is not None,
        overdue=row.deadline is not None and row.deadline <= now,
    )
    row.sent_at = row.sent_at or now
    row.due_at = lease_until()
    row.attempts = min(row.attempts + 1, 32767)
    row.save()
    return parcel


def note_pending(*, submission_id: int) -> None:
    """The authority has it and has not decided: ask again, each time a little later."""
    row = _locked(submission_id)
    if row is not None:
        if row.received_at is None:
            row.received_at = timezone.now()
            row.attempts = 0
        row.due_at = timezone.now() + min(pause_after(row.attempts), _LONGEST_POLL)
        row.save()


def note_trouble(*, submission_id: int) -> None:
    """The call failed or made no sense: try again, each time later, at most an hour."""
    row = _locked(submission_id)
    if row is not None:
        row.due_at = timezone.now() + pause_after(row.attempts)
        row.save()


def pause_after(attempts: int) -> dt.timedelta:
    """1, 2, 4 … seconds after so many attempts, at most an hour."""
    return min(dt.timedelta(seconds=2 ** min(attempts, 12)), _LONGEST_PAUSE)


def _locked(submission_id: int) -> Submission | None:
    rows = Submission.objects.select_for_update(of=("self",))
    return rows.filter(pk=submission_id, state=SubmissionState.AT_AUTHORITY).first()
