"""Rows of a CSV file (RFC 4180, and what Excel makes of it: semicolons, tabs, `sep=`)."""

import csv
import io
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from registrar.sheets.limits import MAX_COLUMNS
from registrar.sheets.refusing import refused_file

from .encodings import encoding_of
from .model import Row

_DELIMITERS = (",", ";", "\t")
_NUL = _("The file is no XLSX file, and no CSV file either: it holds NUL characters.")
_BROKEN = _("Line {line} is no CSV: a quote is open, or one stands where none may.")
_TOO_WIDE = _("Row {row} has more than {most} columns.")


def csv_rows(content: bytes) -> Iterator[Row]:
    """Every row that holds something. InvalidInput, while reading, for what is no CSV."""
    text = io.TextIOWrapper(io.BytesIO(content), encoding=encoding_of(content), newline="")
    delimiter, hinted = _delimiter(text)
    reader = csv.reader(_checked(text), delimiter=delimiter, strict=True)
    try:
        for number, cells in enumerate(reader, 1):
            if (hinted and number == 1) or not any(cells):
                continue
            if len(cells) > MAX_COLUMNS and any(cells[MAX_COLUMNS:]):
                raise refused_file("too_many_columns", _TOO_WIDE, row=number, most=MAX_COLUMNS)
            yield Row(number, cells[:MAX_COLUMNS])
    except csv.Error:
        raise refused_file("csv", _BROKEN, line=reader.line_num) from None


def _delimiter(text: io.TextIOWrapper) -> tuple[str, bool]:
    """What stands between the cells of the heading, and whether a line says so."""
    line = ""
    while not line.strip():
        line = text.readline(64 * 1024)
        if not line:
            break
    text.seek(0)
    hint = line.strip().lower()
    if hint.startswith("sep=") and len(hint) == len("sep=,"):
        return hint[-1], True
    if line.strip(" \r\n").lower() == "sep=\t":
        return "\t", True
    outside = "".join(line.split('"')[0::2])
    return max(_DELIMITERS, key=outside.count), False


def _checked(text: io.TextIOWrapper) -> Iterator[str]:
    for line in text:
        if "\0" in line:
            raise refused_file("encoding", _NUL)
        yield line
