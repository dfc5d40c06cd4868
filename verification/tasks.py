"""Between us and the authority. Every task may run twice, at any time, in any order."""

import structlog
from celery import shared_task
from django.utils import timezone

from registrar.jobs import hurry
from registrar.tenancy.actor import Actor, system_actor, system_staff_actor
from registrar.tenancy.context import acting_as

from .authorities.port import Authority, AuthorityError, Outcome, Standing, get_authority
from .messages.tasks import reclassify_message, sweep_reclassifications
from .models import Submission
from .packing import address, pack
from .picture_tasks import sweep_pictures, sweep_prechecks, work_on_picture
from .review.tasks import sweep_idle_claims
from .services.forwarding import (
    Parcel,
    note_pending,
    note_trouble,
    take_submission,
)
from .services.outcomes import record_outcome, time_out
from .states import SubmissionState

# Celery looks for an app's tasks here.
__all__ = [
    "forward_submission",
    "poll_submission",
    "reclassify_message",
    "sweep_idle_claims",
    "sweep_pictures",
    "sweep_prechecks",
    "sweep_reclassifications",
    "sweep_submissions",
    "work_on_picture",
]

log = structlog.get_logger(__name__)
_SWEEP_LIMIT = 500


@shared_task(ignore_result=True)
def forward_submission(submission_id: int, account_id: int) -> None:
    """Take a submission one step on: send it, or ask what became of it."""
    actor = system_actor(account_id)
    with acting_as(actor):
        parcel = take_submission(submission_id=submission_id)
    if parcel is None:
        return
    try:
        outcome = _talk(actor, parcel)
    except Exception as error:
        log.warning("authority_trouble", submission=submission_id, error=type(error).__name__)
        outcome = None
    with acting_as(actor):
        _write(actor, parcel, outcome)


@shared_task(ignore_result=True)
def poll_submission(submission_id: int, account_id: int) -> None:
    """Ask the authority about a submission that it has received: the same step."""
    forward_submission.run(submission_id, account_id)


@shared_task(ignore_result=True)
def sweep_submissions() -> None:
    """Find what is due and not done, across accounts, and hurry each."""
    with acting_as(system_staff_actor()):
        due = Submission.objects.filter(
            state=SubmissionState.AT_AUTHORITY, due_at__lte=timezone.now()
        ).order_by("due_at")
        rows = list(due.values_list("pk", "account_id", "received_at")[:_SWEEP_LIMIT])
    for submission_id, account_id, received_at in rows:
        task = poll_submission if received_at else forward_submission
        hurry(task, submission_id, account_id)


def _talk(actor: Actor, parcel: Parcel) -> Outcome:
    """The authority's view of this submission; sends it if it has not arrived there."""
    authority = get_authority()
    outcome = _ask(authority, parcel) if parcel.sent_before else Outcome(Standing.UNKNOWN)
    if outcome.standing is not Standing.UNKNOWN or parcel.overdue:
        return outcome
    with acting_as(actor):
        request, stored = address(parcel.submission_id)
    authority.submit(pack(request, stored))
    return Outcome(Standing.PENDING)


def _ask(authority: Authority, parcel: Parcel) -> Outcome:
    outcome = authority.outcome(parcel.transaction_id)
    if not isinstance(outcome, Outcome) or not isinstance(outcome.standing, Standing):
        raise AuthorityError("senseless answer")
    if outcome.standing is Standing.FAILED and not outcome.raw_messages:
        raise AuthorityError("failed without a reason")
    if not all(_readable(text) for text in outcome.raw_messages):
        raise AuthorityError("unreadable reason")
    return outcome


def _readable(text: object) -> bool:
    """Whether it is a text that can be stored and shown: no NUL, no lone surrogates."""
    if not isinstance(text, str) or not text.strip() or "\0" in text:
        return False
    return text.isascii() or text == text.encode(errors="ignore").decode()


def _write(actor: Actor, parcel: Parcel, outcome: Outcome | None) -> None:
    submission_id = parcel.submission_id
    if outcome is not None and outcome.standing in (Standing.PASSED, Standing.FAILED):
        record_outcome(
            actor=actor,
            submission_id=submission_id,
            passed=outcome.standing is Standing.PASSED,
            raw_messages=outcome.raw_messages,
        )
    elif parcel.overdue:
        time_out(actor=actor, submission_id=submission_id)
    elif outcome is None:
        note_trouble(submission_id=submission_id)
    else:
        note_pending(submission_id=submission_id)
