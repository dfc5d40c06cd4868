"""A file as rows of text, whatever it was before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from registrar.errors import Text
from registrar.sheets.refusing import Trouble


@dataclass(frozen=True, slots=True)
class Row:
    """One row that holds something. `number` is what a spreadsheet program shows beside it;
    `troubles` are cells that could not be read, by position."""

    number: int
    cells: list[str]
    troubles: Mapping[int, Trouble] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """The heading, and the rows below it, read while they are asked for.

    `notes` say what of the file is not looked at; complete once the rows are at their end.
    """

    format: str
    heading: Row
    rows: Iterator[Row]
    notes: list[Text] = field(default_factory=list)


def cell_name(number: int, position: int) -> str:
    """Row 5, position 2 is C5."""
    letters, rest = "", position + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return f"{letters}{number}"
