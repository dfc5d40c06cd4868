"""The kinds of values that events hold."""

from collections.abc import Collection

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
    return EventField(str(name), words, example, {"type": "integer"}, always)
