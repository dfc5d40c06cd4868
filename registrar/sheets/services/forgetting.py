"""What people have uploaded is not kept for longer than it is needed."""

import datetime as dt

from django.utils import timezone

from registrar.oplog.services import record
from registrar.sheets.models import SheetRow, SheetUpload
from registrar.sheets.selectors import counts_of_rows
from registrar.sheets.states import ENDED, RowState
from registrar.tenancy.actor import Actor

from .locking import lock_import
from .moving import move

KEPT = dt.timedelta(days=7)


def forget_import(*, actor: Actor, import_id: int) -> None:
    """After KEPT: one that nobody confirmed is cancelled, and all rows go. The counts stay."""
    row = lock_import(import_id)
    if row.created_at > timezone.now() - KEPT:
        return
    if row.state not in ENDED:
        before = str(row.state)
        row.counts = dict(counts_of_rows(row))
        move(row.cancel)
        row.due_at, row.ended_at = None, timezone.now()
        row.save()
        record(
            actor=actor,
            action="import.cancelled",
            about=row,
            before={"state": before},
            after={"state": str(row.state), "lines": row.counts.get(RowState.READY, 0)},
        )
    SheetUpload.objects.filter(sheet_import=row).delete()
    SheetRow.objects.filter(sheet_import=row).delete()
