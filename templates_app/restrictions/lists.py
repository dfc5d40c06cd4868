"""The three lists that staff keep, each described once: for forms, files and the history."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from templates_app.models import AllowedName, RestrictedSubject, RestrictedWord
from templates_app.models.restrictions import Entry
from templates_app.models.restrictions_kept import ListName

from .cleaning import Clean, Values, clean_allowed, clean_subject, clean_word


@dataclass(frozen=True, slots=True)
class EntryList:
    """One list. `columns` are what is typed, the `required` ones first named; `unique` are the
    model's fields that no two entries in force share; `logged` those that the history keeps."""

    name: ListName
    model: type[Entry]
    clean: Clean
    columns: tuple[str, ...]
    required: frozenset[str]
    unique: tuple[str, ...]
    logged: tuple[str, ...]

    def shown(self, entry: Entry) -> dict[str, Any]:
        """The entry as the history keeps it: numbers masked."""
        return {name: _plain(getattr(entry, name)) for name in self.logged}

    def typed(self, entry: Entry) -> dict[str, Any]:
        """The entry as its form begins; a number leaves the database masked only."""
        return {name: getattr(entry, name, "") for name in self.columns if name != "number"}

    def keep_number(self, entry: Entry, values: Values) -> Values:
        """An empty number means: the same."""
        if not isinstance(entry, RestrictedSubject) or values.get("number", "").strip():
            return values
        return {**values, "number": entry.document_number or ""}


_NOTE = ("note",)
_FLAGS = ("in_holder_names", "in_contact_names", "in_domain_names")
_SUBJECT = ("cause", "name", "holder_type", "valid_from", "valid_until")

SUBJECTS = EntryList(
    name=ListName.SUBJECTS,
    model=RestrictedSubject,
    clean=clean_subject,
    columns=("cause", "name", "number", "holder_type", "valid_from", "valid_until", *_NOTE),
    required=frozenset({"cause"}),
    unique=("name_key", "number_index", "cause"),
    logged=(*_SUBJECT, "number_masked", *_NOTE),
)
WORDS = EntryList(
    name=ListName.WORDS,
    model=RestrictedWord,
    clean=clean_word,
    columns=("word", "kind", *_FLAGS, *_NOTE),
    required=frozenset({"word", "kind"}),
    unique=("key",),
    logged=("word", "kind", *_FLAGS, *_NOTE),
)
ALLOWED = EntryList(
    name=ListName.ALLOWED,
    model=AllowedName,
    clean=clean_allowed,
    columns=("name", *_NOTE),
    required=frozenset({"name"}),
    unique=("key",),
    logged=("name", *_NOTE),
)

LISTS: Mapping[str, EntryList] = {one.name.value: one for one in (SUBJECTS, WORDS, ALLOWED)}


def _plain(value: Any) -> Any:
    return value if isinstance(value, str | bool | None) else str(value)
