"""What the fields of entries, and the codes in them, are called. The log keeps codes; people
read words. Apps register theirs from AppConfig.ready(); what nobody named stands for itself."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.functional import Promise

Label = str | Promise
Say = Callable[[str], Label]


@dataclass(frozen=True, slots=True)
class LoggedField:
    """A field's name, and how a value of it is put into words (a list: each of its parts).

    `staff_only`: accounts don't read it in their log. `told`: a text of it as accounts read it.
    """

    label: Label
    say: Say = str
    staff_only: bool = False
    told: Callable[[str], str] = str


_fields: dict[tuple[str, str], LoggedField] = {}


def register_fields(object_type: str, fields: Mapping[str, LoggedField]) -> None:
    """Name the fields that entries about `object_type` (`template`, `domain`, …) hold."""
    _fields.update({(object_type, name): field for name, field in fields.items()})


def logged_field(object_type: str, name: str) -> LoggedField:
    """The field; one that is called by its code and whose values stand for themselves where
    nobody named it."""
    return _fields.get((object_type, name)) or LoggedField(name)


def told_to_account(object_type: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """What an account reads of an entry's `before` or `after`; staff read it as it is kept."""
    found = {name: (logged_field(object_type, name), value) for name, value in values.items()}
    return {
        name: field.told(value) if isinstance(value, str) else value
        for name, (field, value) in found.items()
        if not field.staff_only
    }


def one_of(choices: Iterable[tuple[str, Label]]) -> Say:
    """Puts the codes of `choices` into words; other codes stand for themselves."""
    words = dict(choices)
    return lambda code: words.get(code, code)


def as_moment(text: str) -> str:
    """A moment in ISO 8601, as local time."""
    moment = parse_datetime(text)
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M") if moment else text
