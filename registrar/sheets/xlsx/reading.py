"""Rows of an XLSX file: the first sheet that isn't hidden, as text, one row at a time."""

from collections.abc import Iterator
from typing import BinaryIO

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from registrar.errors import Text
from registrar.sheets.reading.model import Row
from registrar.sheets.refusing import refused_file

from .cells import RowCollector
from .markup import feed
from .package import Package
from .strings import SharedStrings
from .styles import Styles, read_styles
from .values import Values
from .workbook import Workbook, read_workbook

_NO_SHEET = _("The workbook has no visible sheet with a list.")
_OTHERS = _("Only the sheet “{name}” is read; the workbook has {count} more.")
_MERGED = _("The sheet has merged cells: only the upper left cell of each counts.")


def xlsx_rows(file: BinaryIO, notes: list[Text]) -> Iterator[Row]:
    """Rows that hold something. What is left aside is added to `notes`.

    InvalidInput, while reading, for what is no workbook or would fill the memory.
    """
    package = Package(file)
    book = read_workbook(package)
    sheet = next((found for found in book.sheets if not found.hidden), None)
    if sheet is None:
        raise refused_file("no_sheet", _NO_SHEET)
    if len(book.sheets) > 1:
        others = len(book.sheets) - 1
        notes.append(format_lazy(_OTHERS, name=sheet.name[:64], count=others))
    collector = RowCollector(_values(package, book).text_of)
    for _part in feed(package.chunks(sheet.part), collector):
        yield from collector.rows
        collector.rows.clear()
    if collector.merged:
        notes.append(_MERGED)


def _values(package: Package, book: Workbook) -> Values:
    styled = book.styles and package.has(book.styles)
    styles = read_styles(package.chunks(book.styles)) if styled else Styles()
    kept = package.chunks(book.strings) if book.strings else iter(())
    return Values(styles, book.from_1904, SharedStrings(kept).__getitem__)
