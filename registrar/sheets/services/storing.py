"""From the file to rows of the database: from then on the file is not needed any more."""

from collections.abc import Iterator, Sequence
from itertools import islice

from django.db.models import Max

from registrar.languages import in_every_language
from registrar.sheets.columns import Column
from registrar.sheets.given import Given, given_of
from registrar.sheets.kinds import SheetKind
from registrar.sheets.models import SheetImport, SheetRow, SheetUpload
from registrar.sheets.reading.model import Table
from registrar.sheets.reading.opening import open_table
from registrar.sheets.refusals import kept_errors
from registrar.sheets.sealing import opened_upload, values_as_text
from registrar.sheets.states import ImportState
from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as

from .locking import lock_import

BATCH = 1_000


def store_rows(*, actor: Actor, found: SheetImport, kind: SheetKind) -> None:
    """Every row of the file, a thousand in a transaction; goes on where a killed worker was.

    Outside of the fence: it is entered for each batch. InvalidInput for a row that is no row:
    the file as a whole is refused then.
    """
    with acting_as(actor):
        upload = SheetUpload.objects.filter(sheet_import=found).first()
        stored = SheetRow.objects.filter(sheet_import=found).aggregate(last=Max("number"))
    if upload is None:
        return
    table = open_table(opened_upload(upload))
    del upload
    rows = _given(table, _columns(found, kind), after=stored["last"] or 0)
    while batch := list(islice(rows, BATCH)):
        with acting_as(actor):
            if lock_import(found.pk).state != ImportState.READING:
                return
            _insert(found, batch)
    with acting_as(actor):
        _forget_file(found, table)


def _columns(found: SheetImport, kind: SheetKind) -> list[Column | None]:
    """As the heading was understood when the file came."""
    known = {column.field: column for column in kind.columns}
    return [known.get(name) for name in found.columns]


def _given(table: Table, columns: Sequence[Column | None], *, after: int) -> Iterator[Given]:
    return (given_of(row, columns) for row in table.rows if row.number > after)


def _insert(found: SheetImport, batch: Sequence[Given]) -> None:
    SheetRow.objects.bulk_create(
        [
            SheetRow(
                account_id=found.account_id,
                sheet_import=found,
                number=given.number,
                values=values_as_text(given.values),
                errors=kept_errors(given.errors),
            )
            for given in batch
        ],
        # Another worker that took over a lease may have stored them: they are the same.
        ignore_conflicts=True,
    )


def _forget_file(found: SheetImport, table: Table) -> None:
    row = lock_import(found.pk)
    row.notes = [in_every_language(note) for note in table.notes]
    row.save(update_fields=["notes", "updated_at"])
    SheetUpload.objects.filter(sheet_import=row).delete()
