"""The kinds of values that events hold."""

from collections.abc import Collection
from typing import Any

from registrar.oplog.models import LogEntry

from .event_type import Data, EventField, Words


def code(
    name: str, words: Words, example: str, values: Collection[str] = (), *, always: bool = True
) -> EventField:
    """A word of a fixed list; `values` where the list is short and closed."""
    schema: Data = {"type": "string"}
    if values:
        schema["enum"] = [str(value) for value in values]
    return EventField(name, words, str(example), schema, always)


def codes(name: str, words: Words, example: list[str], *, always: bool = True) -> EventField:
    schema = {"type": "array", "items": {"type": "string"}}
    return EventField(name, words, example, schema, always)


def public_id(name: str, words: Words, example: str, *, always: bool = True) -> EventField:
    """The id of a related object, or a domain's name."""
    return EventField(name, words, example, {"type": "string"}, always)


def day(name: str, words: Words, *, always: bool = True) -> EventField:
    return EventField(name, words, "2026-12-04", {"type": "string", "format": "date"}, always)


def moment(name: str, words: Words, *, always: bool = True) -> EventField:
    example = "2026-12-04T09:00:00+08:00"
    return EventField(name, words, example, {"type": "string", "format": "date-time"}, always)


def number(name: str, words: Words, example: int, *, always: bool = True) -> EventField:
    return EventField(name, words, example, {"type": "integer"}, always)


def nothing(_entry: LogEntry, _about: Any) -> Data:
    """The data of an event that says enough by its type and object."""
    return {}


def from_entry(*names: str) -> Any:
    """Data that the log's entry holds: each of `names` as it is now, and as it was before.

    What was before is called `previous_<name>`; a side that does not hold the name, or holds
    nothing, is left out.
    """

    def make(entry: LogEntry, _about: Any) -> Data:
        data: Data = {}
        for name in names:
            if entry.after.get(name) is not None:
                data[name] = entry.after[name]
            if entry.before.get(name):
                data[f"previous_{name}"] = entry.before[name]
        return data

    return make
