"""Reading an uploaded CSV file row by row. What comes is anybody's; nothing is believed."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError, InvalidInput, Text

from .lists import EntryList

# So many are taken over within a request (gunicorn waits a minute), also on a slow machine.
MAX_ROWS = 50_000
MAX_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the file, by column; `number` counts from 1, the heading included."""

    number: int
    values: dict[str, str]


def decode(content: bytes) -> str:
    """The file as text. InvalidInput for one that is too large, not UTF-8, or holds NULs."""
    if len(content) > MAX_BYTES:
        raise refused("file_too_large", _("The file has more than 20 MB. Split it."))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        message = _("The file is not UTF-8. In Excel, save it as “CSV UTF-8 (comma delimited)”.")
        raise refused("encoding", message) from None
    if "\0" in text:
        raise refused("encoding", _("The file holds NUL characters: it is no CSV file."))
    return text


def read_rows(text: str, entries: EntryList) -> Iterator[Row]:
    """The file's rows, empty lines left out.

    InvalidInput, while reading, for a wrong heading, a row that has more cells than the heading,
    a broken quote, a cell of more than 128 KB, or more than MAX_ROWS rows.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    heading: list[str] | None = None
    count = 0
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if heading is None:
                heading = _heading(cells, entries)
                continue
            count += 1
            if count > MAX_ROWS:
                message = _("The file has more than {most} rows. Split it.")
                raise refused("too_many_rows", format_lazy(message, most=f"{MAX_ROWS:,}"))
            yield Row(reader.line_num, _by_column(heading, cells, reader.line_num))
    except csv.Error:
        raise refused("csv", _at(reader.line_num)) from None
    if not count:
        raise refused("empty", _("The file has no rows below its heading."))


def _heading(cells: Sequence[str], entries: EntryList) -> list[str]:
    names = [cell.strip().casefold() for cell in cells]
    wrong = len(set(names)) != len(names) or not set(names) <= set(entries.columns)
    if wrong or not entries.required <= set(names):
        message = format_lazy(
            _("The first line must name the columns, some or all of: {columns}."),
            columns=", ".join(entries.columns),
        )
        raise refused("heading", message)
    return names


def _by_column(heading: list[str], cells: list[str], line: int) -> dict[str, str]:
    if len(cells) > len(heading):
        raise refused("csv", _at(line))
    return dict(zip(heading, cells, strict=False))


def _at(line: int) -> Text:
    message = _("Line {line} is no CSV: a quote is open, or there are too many cells.")
    return format_lazy(message, line=line)


def refused(code: str, message: Text) -> InvalidInput:
    """What is wrong with the file as a whole."""
    return InvalidInput(errors=[FieldError("file", code, message)])
