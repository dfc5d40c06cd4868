"""After a mapping: earlier failures are explained anew. Every task may run twice, at any time."""

import datetime as dt
from collections.abc import Sequence

import structlog
from celery import shared_task
from django.utils import timezone

from registrar.jobs import hurry, lease_until
from registrar.tenancy.actor import system_actor, system_staff_actor
from registrar.tenancy.context import acting_as
from verification.models import Submission, UnknownMessage

from . import mappings
from .reclassifying import reclassify_submission

log = structlog.get_logger(__name__)
_BATCH = 100
_SWEEP_LIMIT = 100


@shared_task(ignore_result=True)
def reclassify_message(message_id: int) -> None:
    """Go through one batch of the failed submissions that hold this message, across accounts;
    what is left is due again at once."""
    with acting_as(system_staff_actor()):
        row = _take(message_id)
        if row is None:
            return
        found = Submission.objects.filter(
            queued_keys__contains=[row.key], pk__gt=row.reclassified_up_to
        ).order_by("pk")
        batch = list(found.values_list("pk", "account_id")[:_BATCH])
    # Another process may have mapped it a moment ago.
    mappings.forget()
    _explain_anew(batch)
    with acting_as(system_staff_actor()):
        more = _note_progress(row, batch)
    if more:
        hurry(reclassify_message, message_id)


@shared_task(ignore_result=True)
def sweep_reclassifications() -> None:
    """Find the messages whose earlier failures are still to be explained, and hurry each."""
    with acting_as(system_staff_actor()):
        due = UnknownMessage.objects.filter(reclassify_due__lte=timezone.now())
        ids = list(due.order_by("reclassify_due").values_list("pk", flat=True)[:_SWEEP_LIMIT])
    for message_id in ids:
        hurry(reclassify_message, message_id)


def _take(message_id: int) -> UnknownMessage | None:
    """The row, if it is due and nobody is at it; its lease begins."""
    rows = UnknownMessage.objects.select_for_update(skip_locked=True)
    row = rows.filter(pk=message_id, reclassify_due__lte=timezone.now()).first()
    if row is not None:
        row.reclassify_due = lease_until()
        row.save(update_fields=["reclassify_due"])
    return row


def _explain_anew(batch: Sequence[tuple[int, int]]) -> None:
    for submission_id, account_id in batch:
        actor = system_actor(account_id)
        with acting_as(actor):
            reclassify_submission(actor=actor, submission_id=submission_id)


def _note_progress(row: UnknownMessage, batch: Sequence[tuple[int, int]]) -> bool:
    """Whether more is to be done. A mapping made meanwhile has begun its own round."""
    mine = UnknownMessage.objects.filter(
        pk=row.pk, decided_at=row.decided_at, reclassify_due=row.reclassify_due
    )
    if len(batch) < _BATCH:
        mine.update(reclassify_due=None)
        return False
    due: dt.datetime = timezone.now()
    return bool(mine.update(reclassify_due=due, reclassified_up_to=batch[-1][0]))
