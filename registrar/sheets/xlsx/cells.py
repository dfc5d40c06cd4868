"""A worksheet's XML as rows of raw cells, while it comes. Dimensions that a file declares are
never believed: a row is as long as its last cell that holds something."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from registrar.sheets.limits import MAX_COLUMNS
from registrar.sheets.reading.model import Row, cell_name
from registrar.sheets.refusing import Trouble, refused_file

from .markup import Collected, unescape
from .package import damaged
from .values import Unreadable

_TOO_WIDE = _("Row {row} has more than {most} columns.")
_MOST_ROWS = 1_048_576

ReadCell = Callable[..., str]


class RowCollector:
    """An XML handler; `rows` holds what is complete, for whoever takes it away."""

    def __init__(self, read: ReadCell) -> None:
        self.rows: list[Row] = []
        self.merged = False
        self._read = read
        self._number = 0
        self._cells: list[str] = []
        self._troubles: dict[int, Trouble] = {}
        self._position = -1
        self._kind = self._style = ""
        self._formula = self._taking = self._phonetic = False
        self._typed = Collected()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._begin_cell(attributes)
        elif name in {"v", "t"}:
            self._taking = not self._phonetic
        elif name == "row":
            self._begin_row(attributes)
        elif name == "f":
            self._formula = True
        elif name == "rPh":
            self._phonetic = True
        elif name == "mergeCell":
            self.merged = True

    def end(self, name: str) -> None:
        if name in {"v", "t"}:
            self._taking = False
        elif name == "c":
            self._end_cell()
        elif name == "row":
            if any(self._cells) or self._troubles:
                self.rows.append(Row(self._number, self._cells, self._troubles))
        elif name == "rPh":
            self._phonetic = False

    def text(self, data: str) -> None:
        if self._taking:
            self._typed.add(data)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        given = attributes.get("r", "")
        number = int(given) if given.isdecimal() and len(given) < 8 else self._number + 1
        if not self._number < number <= _MOST_ROWS:
            raise damaged()
        self._number, self._position = number, -1
        self._cells, self._troubles = [], {}

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._position = _position(attributes.get("r", ""), self._position + 1)
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "0")
        self._formula = False
        self._typed.clear()

    def _end_cell(self) -> None:
        raw = self._typed.whole()
        if self._kind in {"inlineStr", "str"}:
            raw = unescape(raw)
        style = int(self._style) if self._style.isdecimal() and len(self._style) < 6 else 0
        try:
            text = self._read(self._kind, raw, style, formula=self._formula)
        except Unreadable as why:
            text = raw[:100] or "?"
            self._troubles[self._position] = why.at(cell_name(self._number, self._position))
        if text:
            self._put(text)

    def _put(self, text: str) -> None:
        if self._position >= MAX_COLUMNS:
            raise refused_file("too_many_columns", _TOO_WIDE, row=self._number, most=MAX_COLUMNS)
        missing = self._position + 1 - len(self._cells)
        if missing > 0:
            self._cells.extend([""] * missing)
        self._cells[self._position] = text


def _position(reference: str, following: int) -> int:
    """C5 is 2; a cell without a reference follows the one before it."""
    letters = reference.rstrip("0123456789")
    if not letters:
        return following
    if len(letters) > 3 or not letters.isalpha() or not letters.isascii():
        raise damaged()
    found = 0
    for letter in letters.upper():
        found = found * 26 + ord(letter) - ord("A") + 1
    return found - 1
