"""What the authority said, or that it said nothing in time. Twice is once; the first wins."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.transitions import move
from verification.authorities.effects import as_kept
from verification.messages.queueing import note_unknown
from verification.messages.states import MessageSource
from verification.messages.understanding import understand
from verification.models import Submission
from verification.notices import tell_result
from verification.states import FailureStage, SubmissionState
from verification.waiting.services import after_failure

from .subjects import Subject, lock_submission, settle

# What the tencent profile's users read when the authority took too long (seed 002).
TIMEOUT_MESSAGE = "实名审核超时，请重新提交"


@transaction.atomic
def record_outcome(
    *, actor: Actor, submission_id: int, passed: bool, raw_messages: Sequence[str] = ()
) -> Submission:
    """Write the authority's answer. One that comes after the end changes nothing.

    `raw_messages` are kept verbatim (500 characters each); the catalogue says what they mean.
    """
    row, subject = lock_submission(submission_id)
    if row.state != SubmissionState.AT_AUTHORITY:
        return row
    row.received_at = row.received_at or timezone.now()
    if passed:
        _end(row)
        move(row.succeed)
        _finish(actor, row, subject, passed=True, after={})
    else:
        _fail(actor, row, subject, FailureStage.AUTHORITY, raw_messages)
    return row


@transaction.atomic
def time_out(*, actor: Actor, submission_id: int) -> Submission:
    """Fail a submission whose deadline has passed at the authority; others are left alone."""
    row, subject = lock_submission(submission_id)
    late = row.deadline is not None and row.deadline <= timezone.now()
    if row.state == SubmissionState.AT_AUTHORITY and late:
        _fail(actor, row, subject, FailureStage.TIMEOUT, [TIMEOUT_MESSAGE])
    return row


def _fail(
    actor: Actor, row: Submission, subject: Subject, stage: str, raw_messages: Sequence[str]
) -> None:
    _end(row)
    move(row.fail)
    row.stage = stage
    row.raw_messages = as_kept(raw_messages)
    mapped = note_unknown(row.raw_messages, MessageSource.SUBMISSION)
    found = understand(row.raw_messages, mapped)
    row.reason_codes, row.unknown_messages = found.codes, found.unknown
    row.queued_keys = found.keys
    after = {"stage": stage, "reasons": row.reason_codes, "raw_messages": row.raw_messages}
    _finish(actor, row, subject, passed=False, after=after)
    after_failure(actor, row)


def _end(row: Submission) -> None:
    row.ended_at = timezone.now()
    row.due_at = None


def _finish(
    actor: Actor, row: Submission, subject: Subject, *, passed: bool, after: dict[str, Any]
) -> None:
    row.save()
    settle(actor=actor, subject=subject, passed=passed)
    tell_result(row)
    record(
        actor=actor,
        action="submission.passed" if passed else "submission.failed",
        about=row,
        before={"state": SubmissionState.AT_AUTHORITY.value},
        after={"state": row.state, **after},
    )
