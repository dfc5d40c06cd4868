"""Opening an uploaded file. It is judged by its content; its name says nothing."""

import io
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from registrar.errors import Text
from registrar.sheets.limits import MAX_BYTES, MAX_CELL, MAX_PARTS, MAX_ROWS
from registrar.sheets.refusing import Trouble, refused_file
from registrar.sheets.xlsx.package import damaged
from registrar.sheets.xlsx.reading import xlsx_rows

from .csv_file import csv_rows
from .model import Row, Table

_ZIP = b"PK\x03\x04"
# Before each part's entry in the package's directory, which is read as a whole.
_ENTRY = b"PK\x01\x02"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD = _(
    "This is an .xls file, or one with a password. Open it in Excel and save it as .xlsx"
    " without a password, or as CSV."
)
_TOO_LARGE = _("The file has more than 20 MB. Split it.")
_TOO_MANY = _("The file has more than {most} rows. Split it.")
_EMPTY = _("The file has no rows below its heading.")
_LONG = _("A cell holds at most {most} characters.")


def open_table(content: bytes) -> Table:
    """The file's heading, and its rows while they are asked for.

    InvalidInput (field `file`): at once for what can't be read at all, while reading for a row
    that can't, for more than MAX_ROWS rows and for none. Memory: the content, one row, and the
    texts that an XLSX file keeps apart (limits.MAX_SHARED_TEXT).
    """
    if len(content) > MAX_BYTES:
        raise refused_file("file_too_large", _TOO_LARGE)
    if content.startswith(_OLE):
        raise refused_file("old_format", _OLD)
    notes: list[Text] = []
    if content.startswith(_ZIP):
        if content.count(_ENTRY) > 10 * MAX_PARTS:
            raise damaged()
        kind, rows = "xlsx", xlsx_rows(io.BytesIO(content), notes)
    else:
        kind, rows = "csv", csv_rows(content)
    heading = next(rows, None)
    if heading is None:
        raise refused_file("empty", _EMPTY)
    return Table(kind, heading, _counted(rows), notes)


def _counted(rows: Iterator[Row]) -> Iterator[Row]:
    count = 0
    for count, row in enumerate(rows, 1):
        if count > MAX_ROWS:
            raise refused_file("too_many_rows", _TOO_MANY, most=f"{MAX_ROWS:,}")
        yield _bounded(row)
    if not count:
        raise refused_file("empty", _EMPTY)


def _bounded(row: Row) -> Row:
    """Cells that are too long are troubles of their own and go no further."""
    long = [position for position, cell in enumerate(row.cells) if len(cell) > MAX_CELL]
    if not long:
        return row
    message = str(_LONG).format(most=f"{MAX_CELL:,}")
    troubles = dict(row.troubles)
    cells = list(row.cells)
    for position in long:
        cells[position] = cells[position][:100]
        troubles[position] = Trouble("cell_too_long", message)
    return Row(row.number, cells, troubles)
