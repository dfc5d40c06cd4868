"""Rows under lock: an import before its rows; a worker holds a row and never an import with it."""

from registrar.errors import NotFound
from registrar.sheets.models import SheetImport, SheetRow
from registrar.sheets.states import RowState


def lock_import(pk: int) -> SheetImport:
    """The import as it is now, locked until the transaction ends; NotFound."""
    try:
        return SheetImport.objects.select_for_update().get(pk=pk)
    except SheetImport.DoesNotExist:
        raise NotFound from None


def lock_queued_row(pk: int) -> SheetRow | None:
    """The row while it still waits its turn; None when somebody else was faster."""
    rows = SheetRow.objects.select_for_update().filter(pk=pk, state=RowState.QUEUED)
    return rows.first()
