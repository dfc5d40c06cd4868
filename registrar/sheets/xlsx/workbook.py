"""Which part of the package holds the sheet that people look at."""

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, field

from .markup import read_all
from .package import Package, damaged

_MOST_SHEETS = 1_000


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    part: str
    hidden: bool


@dataclass(slots=True)
class Workbook:
    """`sheets` in their order, charts left out; parts are names in the package."""

    sheets: list[Sheet] = field(default_factory=list)
    strings: str = ""
    styles: str = ""
    from_1904: bool = False


def read_workbook(package: Package) -> Workbook:
    """Follows the package's relations; InvalidInput where they lead nowhere."""
    top = _relations(package.chunks("_rels/.rels"))
    main = next((target for kind, target in top.values() if kind == "officeDocument"), "")
    place = main.lstrip("/")
    folder, name = posixpath.split(place)
    if not package.has(place):
        raise damaged()
    relations = _relations(package.chunks(posixpath.join(folder, "_rels", f"{name}.rels")))
    parts = {key: (kind, _absolute(folder, target)) for key, (kind, target) in relations.items()}
    reader = _BookReader()
    read_all(package.chunks(place), reader)
    book = Workbook(from_1904=reader.from_1904)
    by_kind = dict(parts.values())
    book.strings = by_kind.get("sharedStrings", "")
    book.styles = by_kind.get("styles", "")
    for sheet_name, key, hidden in reader.found:
        kind, part = parts.get(key, ("", ""))
        if kind == "worksheet":
            book.sheets.append(Sheet(sheet_name, part, hidden))
    return book


def _absolute(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))


def _relations(chunks: Iterable[bytes]) -> dict[str, tuple[str, str]]:
    """By id: the last word of the type, and the target."""
    reader = _RelationsReader()
    read_all(chunks, reader)
    return reader.found


class _RelationsReader:
    def __init__(self) -> None:
        self.found: dict[str, tuple[str, str]] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and len(self.found) < _MOST_SHEETS:
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.found[attributes.get("Id", "")] = (kind, attributes.get("Target", ""))

    def end(self, name: str) -> None: ...

    def text(self, data: str) -> None: ...


class _BookReader:
    def __init__(self) -> None:
        self.found: list[tuple[str, str, bool]] = []
        self.from_1904 = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "workbookPr":
            self.from_1904 = attributes.get("date1904", "") in {"1", "true"}
        elif name == "sheet" and len(self.found) < _MOST_SHEETS:
            key = next((v for k, v in attributes.items() if k.rpartition(":")[2] == "id"), "")
            hidden = attributes.get("state", "visible") != "visible"
            self.found.append((attributes.get("name", ""), key, hidden))

    def end(self, name: str) -> None: ...

    def text(self, data: str) -> None: ...
