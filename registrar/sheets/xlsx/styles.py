"""Number formats of a workbook, as far as they change what a number means."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from .markup import read_all

# Built-in formats that show days and times (ECMA-376, 18.8.30), East Asian ones included.
_DATES = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
_UNSHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DATE_LETTERS = re.compile(r"[ymdhs]", re.IGNORECASE)
_ZEROS = re.compile(r"0{2,20}")
_MOST = 65_536


@dataclass(slots=True)
class Styles:
    """By style number: whether it shows a day or time, and to how many digits it fills up."""

    dates: set[int] = field(default_factory=set)
    zeros: dict[int, int] = field(default_factory=dict)


def read_styles(chunks: Iterable[bytes]) -> Styles:
    """The formats of styles.xml."""
    reader = _Reader()
    read_all(chunks, reader)
    return reader.styles


class _Reader:
    def __init__(self) -> None:
        self.styles = Styles()
        self._codes: dict[str, str] = {}
        self._in_cells = False
        self._count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "numFmt" and len(self._codes) < _MOST:
            self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._in_cells = True
        elif name == "xf" and self._in_cells and self._count < _MOST:
            self._add(attributes.get("numFmtId", ""))
            self._count += 1

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._in_cells = False

    def text(self, data: str) -> None:
        """Formats are attributes."""

    def _add(self, number: str) -> None:
        code = self._codes.get(number)
        if code is None:
            if number.isdecimal() and int(number[:6]) in _DATES:
                self.styles.dates.add(self._count)
            return
        shown = _UNSHOWN.sub("", code.partition(";")[0])
        if _ZEROS.fullmatch(shown):
            self.styles.zeros[self._count] = len(shown)
        elif _DATE_LETTERS.search(shown):
            self.styles.dates.add(self._count)
