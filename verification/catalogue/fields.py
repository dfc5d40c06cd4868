"""Read single values of the catalogue's TOML tables, refusing what is not as it must be."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from verification.catalogue.model import CatalogueError, Text

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Where we are in the data, for error messages."""

    file: str
    code: str

    def error(self, problem: str) -> CatalogueError:
        return CatalogueError(f"{self.file}: {self.code}: {problem}")


# Any: the caller's Literal type is what `allowed` lists.
def one_of(value: object, allowed: Collection[str], place: Place, name: str) -> Any:
    """`value`, which must be one of `allowed`."""
    if not isinstance(value, str) or value not in allowed:
        raise place.error(f"{name} {value!r} is none of {sorted(allowed)}")
    return value


def strings(values: object, place: Place, name: str) -> tuple[str, ...]:
    """A list of texts, none of them empty."""
    if not isinstance(values, list):
        raise place.error(f"{name} is not a list")
    for value in values:
        if not isinstance(value, str) or not value.strip():
            raise place.error(f"{name} holds an empty or non-text value")
    return tuple(values)


def text(table: object, place: Place, name: str) -> Text:
    """A wording in both languages and nothing else."""
    if not isinstance(table, Mapping) or table.keys() != {"zh", "en"}:
        raise place.error(f"{name} needs zh and en, and nothing else")
    zh, en = strings([table["zh"], table["en"]], place, name)
    return Text(zh, en)
