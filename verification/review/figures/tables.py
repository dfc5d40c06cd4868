"""A table of figures, the same on the page and as CSV."""

from dataclasses import dataclass

from registrar.errors import Text

from .cells import Cell, Kind


@dataclass(frozen=True, slots=True)
class Column:
    """`about` says what it counts, for whoever asks."""

    label: Text
    kind: Kind = Kind.COUNT

    @property
    def is_number(self) -> bool:
        return self.kind is not Kind.TEXT


@dataclass(frozen=True, slots=True)
class Table:
    """`key` is its name in addresses and files."""

    key: str
    title: Text
    note: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
