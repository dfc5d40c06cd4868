"""A list as a download: CSV or XLSX, sent while it is made."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.http import StreamingHttpResponse

from registrar.csv_out import csv_lines, defused
from registrar.sheets.columns import Column
from registrar.sheets.xlsx.writing import xlsx_chunks

FORMATS = ("csv", "xlsx")
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_AT_ONCE = 64 * 1024

Rows = Iterable[Sequence[str]]


def format_of(given: Mapping[str, str]) -> str:
    """What an address asks for; CSV where it says nothing that makes sense."""
    asked = given.get("format", "")
    return asked if asked in FORMATS else FORMATS[0]


def file_chunks(kind: str, columns: Sequence[Column], rows: Rows) -> Iterator[bytes]:
    """The file of one of FORMATS; `rows` begin with the heading. Cells that spreadsheets would
    run are defused in both: an XLSX file may be saved as CSV later."""
    if kind == "csv":
        return _grouped(csv_lines(rows))
    safe = ([str(defused(cell)) for cell in row] for row in rows)
    return xlsx_chunks(safe, widths=[column.width for column in columns])


def file_response(
    name: str, kind: str, columns: Sequence[Column], rows: Rows
) -> StreamingHttpResponse:
    """A download called `name` (ASCII); kept by no cache."""
    return StreamingHttpResponse(
        file_chunks(kind, columns, rows),
        content_type=TYPES[kind],
        headers={
            "Content-Disposition": f'attachment; filename="{name}.{kind}"',
            "Cache-Control": "private, no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )


def heading_of(columns: Sequence[Column], *, codes: bool) -> list[str]:
    """The first row: codes for programs, labels in the active language for people."""
    return [column.field if codes else str(column.label) for column in columns]


def _grouped(lines: Iterator[str]) -> Iterator[bytes]:
    """Many lines in one chunk: each costs the server a write."""
    waiting: list[str] = []
    length = 0
    for line in lines:
        waiting.append(line)
        length += len(line)
        if length >= _AT_ONCE:
            yield "".join(waiting).encode()
            waiting.clear()
            length = 0
    yield "".join(waiting).encode()
