"""Persons and organisations that may not hold a domain (seed 002, causes 1-4)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from templates_app.rules.restrictions.causes import Cause

ORGANIZATION = "organization"


@dataclass(frozen=True, slots=True)
class ListedSubject:
    """One entry of the list. `number` is the blind index of its document number, "" without
    one; `holder_type` "" means both; `until` its last day, None while nobody knows it."""

    cause: Cause
    name: str = ""
    number: str = ""
    holder_type: str = ""
    until: date | None = None


def is_named(entry: ListedSubject, name: str, holder_type: str) -> bool:
    """Whether somebody of this name (its key) and type is the one that the entry means.

    People share names: an entry with a person's number is met by the number alone, or every
    namesake would be refused. Organisations' names are registered, so that theirs is enough.
    """
    if not entry.name or entry.name != name or not _fits(entry, holder_type):
        return False
    return not entry.number or entry.holder_type == ORGANIZATION


def has_number(entry: ListedSubject, numbers: Collection[str], holder_type: str) -> bool:
    """Whether one of these blind indexes is the entry's."""
    return bool(entry.number) and entry.number in numbers and _fits(entry, holder_type)


def _fits(entry: ListedSubject, holder_type: str) -> bool:
    return not entry.holder_type or not holder_type or entry.holder_type == holder_type
