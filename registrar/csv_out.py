"""CSV for people's spreadsheets. Cells come from anybody; none of them may become a formula."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence

from django.http import StreamingHttpResponse

# Excel takes UTF-8 for what it is only with this mark.
_MARK = "\ufeff"
# What spreadsheets run (OWASP, "CSV Injection"), also behind blanks and full-width.
# Text that is marked as such already is marked once more, so that the mark can be taken off again.
_RUNS = re.compile(r"'* *[=+\-@\t\r\n＝＋－＠]")
_TEXT = "'"
Value = str | int | float | None


class _Echo:
    def write(self, text: str) -> str:
        return text


def defused(value: Value) -> Value:
    """`value` as a cell that shows and does not run; numbers stay numbers."""
    if isinstance(value, str) and _RUNS.match(value):
        return f"{_TEXT}{value}"
    return value


def undefused(text: str) -> str:
    """What `defused` was given; text that it would never have written stays as it is."""
    if text.startswith(_TEXT) and _RUNS.match(text, 1):
        return text[1:]
    return text


def csv_lines(rows: Iterable[Sequence[Value]]) -> Iterator[str]:
    """The file, line by line, with CRLF (RFC 4180) and the mark in front."""
    writer = csv.writer(_Echo())
    yield _MARK
    for row in rows:
        yield writer.writerow([defused(cell) for cell in row])


def csv_response(name: str, rows: Iterable[Sequence[Value]]) -> StreamingHttpResponse:
    """A download called `name`.csv (ASCII); kept by no cache."""
    return StreamingHttpResponse(
        csv_lines(rows),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{name}.csv"',
            "Cache-Control": "private, no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )
