"""Taking an import from worker to worker, and bringing it to the next of its states."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError
from registrar.jobs import lease_until
from registrar.oplog.services import record
from registrar.sheets.models import SheetImport, SheetRow, SheetUpload
from registrar.sheets.notices import tell_finished, tell_read
from registrar.sheets.refusals import Kept, kept_errors
from registrar.sheets.selectors import counts_of_rows
from registrar.sheets.states import IN_ERROR, LOOKED_AT, WORKING, ImportState, RowState
from registrar.tenancy.actor import Actor

from .locking import lock_import
from .moving import move

CHUNK = 100
MOST_ATTEMPTS = 3
_GIVEN_UP = _("The file takes too long to read. Save only the list itself, or as CSV.")


@transaction.atomic
def take_import(*, actor: Actor, import_id: int) -> SheetImport | None:
    """The import and a lease on it; None when nothing is to be done or somebody is at it.

    A file with which workers have died MOST_ATTEMPTS times is given up.
    """
    row = lock_import(import_id)
    now = timezone.now()
    if row.state not in WORKING or row.due_at is None or row.due_at > now:
        return None
    row.due_at = lease_until()
    if row.state == ImportState.READING:
        row.attempts += 1
        if row.attempts > MOST_ATTEMPTS:
            _fail(actor, row, kept_errors([FieldError("file", "unreadable", _GIVEN_UP)]))
            return None
    row.save()
    return row


@transaction.atomic
def give_back(*, import_id: int, cut_short: bool) -> bool:
    """There is more to do: whether the import still wants it. A portion that was `cut_short`
    counts as an attempt, so that a file made to take for ever does not."""
    row = lock_import(import_id)
    if row.state not in WORKING:
        return False
    row.due_at = timezone.now()
    row.attempts = row.attempts if cut_short else 0
    row.save()
    return True


@transaction.atomic
def fail_import(*, actor: Actor, import_id: int, refusal: Kept) -> None:
    """The file can't be read to its end; nothing of it is kept but why."""
    row = lock_import(import_id)
    if row.state == ImportState.READING:
        _fail(actor, row, refusal)


@transaction.atomic
def finish_reading(*, actor: Actor, import_id: int) -> None:
    """Every row was looked at: the import waits for somebody to confirm it."""
    row = lock_import(import_id)
    if row.state != ImportState.READING:
        return
    move(row.finish_reading)
    row.due_at, row.attempts = None, 0
    row.save()
    counts = counts_of_rows(row)
    tell_read(row, counts)
    _log(
        actor,
        row,
        "read",
        ImportState.READING,
        {name.value: counts.get(name, 0) for name in LOOKED_AT},
    )


@transaction.atomic
def finish_applying(*, actor: Actor, import_id: int) -> None:
    """Every row was carried out or refused."""
    row = lock_import(import_id)
    if row.state != ImportState.APPLYING:
        return
    counts = counts_of_rows(row)
    move(row.finish)
    row.due_at, row.ended_at, row.counts = None, timezone.now(), dict(counts)
    row.save()
    _forget_values(row)
    tell_finished(row, counts)
    ended = {name.value: counts.get(name, 0) for name in (RowState.DONE, RowState.REFUSED)}
    _log(actor, row, "finished", ImportState.APPLYING, ended)


def next_rows(found: SheetImport) -> Sequence[int]:
    """The rows that a worker carries out now."""
    waiting = SheetRow.objects.filter(sheet_import=found, state=RowState.QUEUED)
    return list(waiting.order_by("attempts", "number").values_list("pk", flat=True)[:CHUNK])


def _fail(actor: Actor, row: SheetImport, refusal: Kept) -> None:
    move(row.fail_reading)
    row.refusal, row.due_at, row.ended_at = refusal, None, timezone.now()
    row.save()
    SheetUpload.objects.filter(sheet_import=row).delete()
    SheetRow.objects.filter(sheet_import=row).delete()
    codes = {"reasons": [one["code"] for one in refusal]}
    _log(actor, row, "failed", ImportState.READING, codes)


def _log(
    actor: Actor, row: SheetImport, verb: str, before: ImportState, after: Mapping[str, Any]
) -> None:
    record(
        actor=actor,
        action=f"import.{verb}",
        about=row,
        before={"state": before.value},
        after={"state": str(row.state), **after},
    )


def _forget_values(row: SheetImport) -> None:
    """What people have to correct is kept a while; all else has been said."""
    done = SheetRow.objects.filter(sheet_import=row).exclude(state__in=IN_ERROR)
    done.update(values=None)
