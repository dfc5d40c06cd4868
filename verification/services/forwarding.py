"""The way to the authority: taking a row for one worker, and what a call came to.

A worker *takes* a row by moving `due_at` ahead in one short transaction, calls outside of any,
and writes the result in another. Whoever finds `due_at` in the future leaves the row alone.
"""

import datetime as dt
import uuid
from dataclasses import dataclass, field
from random import SystemRandom

import structlog
from django.db.models import Q, QuerySet
from django.utils import timezone

from registrar.jobs import lease_until
from verification.authorities.routing import authority_for, authority_of
from verification.models import Authority, Submission
from verification.states import SubmissionState

from .authority_health import Permit, ask_to_call

log = structlog.get_logger(__name__)
_LONGEST_POLL = dt.timedelta(minutes=10)
_LONGEST_PAUSE = dt.timedelta(hours=1)
# How often we look whether a pause is over, or an authority has been set up.
_LOOK_AGAIN = dt.timedelta(minutes=1)
_chance = SystemRandom()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What a worker needs to know of the row that it has taken."""

    submission_id: int
    transaction_id: uuid.UUID
    # As its row was when we took it; None: nobody is called, the time is over.
    authority: Authority | None = field(repr=False)
    # Sent before, successfully or not: ask what became of it instead of sending again.
    sent_before: bool
    # Not while the authority is paused, nor after the deadline.
    may_send: bool
    overdue: bool
    # This call decides whether the authority's circuit closes.
    trial: bool = False


def due_submissions() -> QuerySet[Submission]:
    """What the sweep hurries, the longest due first; across accounts, as staff.

    Without what only waits for a pause to end: a long pause would fill every sweep with rows that
    nothing can be done about, and those of other authorities would come late.
    """
    now = timezone.now()
    held = Q(authority__paused_at__isnull=False, sent_at__isnull=True, deadline__gt=now)
    rows = Submission.objects.filter(state=SubmissionState.AT_AUTHORITY, due_at__lte=now)
    return rows.exclude(held).order_by("due_at")


def take_submission(*, submission_id: int) -> Parcel | None:
    """Lease a due row that is at the authority; None when there is nothing to do now.

    The first taking that may send writes `sent_at`, so that a crash between call and answer
    leaves a trace. Where the authority is paused or its circuit is open, `due_at` moves to when
    it is worth trying, and no attempt is counted; the deadline ends the waiting all the same.
    """
    row = _locked(submission_id)
    now = timezone.now()
    if row is None or row.due_at is None or row.due_at > now:
        return None
    overdue = row.deadline is not None and row.deadline <= now
    authority = _authority_of(row)
    sent_before = row.sent_at is not None
    may_send = authority is not None and authority.paused_at is None and not overdue
    permit = Permit(allowed=False)
    if authority is not None and (sent_before or may_send):
        permit = ask_to_call(authority=authority)
    if not permit.allowed and not overdue:
        _put_off(row, permit.retry_at or now + _LOOK_AGAIN)
        return None
    if permit.allowed and may_send:
        row.sent_at = row.sent_at or now
    row.due_at = lease_until()
    row.attempts = min(row.attempts + 1, 32767)
    row.save()
    return Parcel(
        submission_id=row.pk,
        transaction_id=row.transaction_id,
        authority=authority if permit.allowed else None,
        sent_before=sent_before,
        may_send=may_send,
        overdue=overdue,
        trial=permit.trial,
    )


def note_pending(*, submission_id: int) -> None:
    """The authority has it and has not decided: ask again, each time a little later."""
    row = _locked(submission_id)
    if row is not None:
        if row.received_at is None:
            row.received_at = timezone.now()
            row.attempts = 0
        row.due_at = timezone.now() + min(pause_after(row.attempts), _LONGEST_POLL)
        row.save()


def note_trouble(*, submission_id: int, retry_after: int = 0) -> None:
    """The call failed or made no sense: try again, each time later, at most an hour.

    `retry_after`: seconds that the authority asked us to wait, within the same limit.
    """
    row = _locked(submission_id)
    if row is not None:
        wanted = min(dt.timedelta(seconds=max(retry_after, 0)), _LONGEST_PAUSE)
        row.due_at = timezone.now() + max(_scattered(pause_after(row.attempts)), wanted)
        row.save()


def note_held(*, submission_id: int) -> None:
    """It never arrived there, and nothing is to be sent now: look again when that may have
    changed."""
    row = _locked(submission_id)
    if row is not None:
        row.attempts = max(row.attempts - 1, 0)
        _put_off(row, timezone.now() + _LOOK_AGAIN)


def pause_after(attempts: int) -> dt.timedelta:
    """1, 2, 4 … seconds after so many attempts, at most an hour."""
    return min(dt.timedelta(seconds=2 ** min(attempts, 12)), _LONGEST_PAUSE)


def _put_off(row: Submission, moment: dt.datetime) -> None:
    # Scattered, so that what has waited together doesn't come back in one heap.
    row.due_at = moment + _LOOK_AGAIN * _chance.random() / 2
    row.save(update_fields=["authority", "attempts", "due_at", "updated_at"])


def _scattered(pause: dt.timedelta) -> dt.timedelta:
    """Between half of the pause and the whole: what failed together is not repeated together."""
    return pause * _chance.uniform(0.5, 1)


def _authority_of(row: Submission) -> Authority | None:
    """The one it was handed to; rows from before there was a choice get theirs now."""
    if row.authority_id is not None:
        authority = authority_of(row.authority_id)
    else:
        suffix = row.domain.suffix if row.domain else ""
        authority = row.authority = authority_for(suffix=suffix, profile=row.profile)
    if authority is None:
        log.error("no_authority_for_submission", submission=row.pk, profile=row.profile)
    return authority


def _locked(submission_id: int) -> Submission | None:
    rows = Submission.objects.select_for_update(of=("self",))
    return rows.filter(pk=submission_id, state=SubmissionState.AT_AUTHORITY).first()
