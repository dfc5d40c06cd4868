"""A schema of the API document as rows, for the page: nested fields below their field."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_DEEPEST = 5
_CHOICE = re.compile(r"^\* `(.*?)` - (.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Value:
    """One of the values that a field may have; `label` is empty where the code says it all."""

    code: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """`depth` counts from 0; `kind` says lists and nullable ones in words of JSON."""

    name: str
    depth: int
    kind: str
    required: bool
    values: tuple[Value, ...]
    description: str


def fields_of(document: dict[str, Any], schema: dict[str, Any]) -> list[Field]:
    """Every field of `schema`, those of objects in it below them; each alternative of several,
    with nothing marked required that only one of them asks for."""
    return list(_fields(document, schema, 0))


def resolved(document: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """What `$ref` stands for; the first of several that is not null."""
    for _step in range(_DEEPEST):
        if "$ref" in schema:
            kind, name = schema["$ref"].split("/")[-2:]
            schema = document["components"][kind][name]
        elif "allOf" in schema:
            schema = schema["allOf"][0]
        elif "oneOf" in schema and len(_shapes(schema)) == 1:
            schema = _shapes(schema)[0]
    return schema


def values_of(schema: dict[str, Any]) -> Iterator[Value]:
    """The values of an `enum`, with the labels that drf-spectacular lists in its description."""
    labels = dict(_CHOICE.findall(str(schema.get("description") or "")))
    for code in map(str, filter(None, schema.get("enum", ()))):
        label = labels.get(code, "")
        yield Value(code, "" if label.lower() == code.lower() else label)


def without_choices(description: str) -> str:
    """The same without that list."""
    parts = description.split("\n\n")
    return "\n\n".join(part for part in parts if not _CHOICE.match(part))


def _shapes(schema: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for one in schema["oneOf"] if one.get("type") != "null"]


def _fields(
    document: dict[str, Any], schema: dict[str, Any], depth: int, *, is_choice: bool = False
) -> Iterator[Field]:
    schema = resolved(document, schema)
    if depth > _DEEPEST:
        return
    for one in _shapes(schema) if "oneOf" in schema else ():
        yield from _fields(document, one, depth, is_choice=True)
    required = () if is_choice else schema.get("required", ())
    for name, given in schema.get("properties", {}).items():
        inner = resolved(document, given)
        items = resolved(document, inner.get("items", {}))
        yield Field(
            name=name,
            depth=depth,
            kind=_kind(given, inner, items),
            required=name in required,
            values=tuple(values_of(inner if "enum" in inner else items)),
            description=without_choices(str(given.get("description") or "")),
        )
        yield from _fields(document, items or inner, depth + 1)


def _kind(given: dict[str, Any], inner: dict[str, Any], items: dict[str, Any]) -> str:
    kinds = inner.get("type", "object")
    kinds = list(kinds) if isinstance(kinds, list) else [kinds]
    if {"type": "null"} in given.get("oneOf", ()) and "null" not in kinds:
        kinds.append("null")
    said = [f"array<{_plain(items)}>" if one == "array" else str(one) for one in kinds]
    if inner.get("format"):
        said[0] += f" ({inner['format']})"
    return " | ".join(said)


def _plain(schema: dict[str, Any]) -> str:
    kinds = schema.get("type", "object")
    return " | ".join(kinds) if isinstance(kinds, list) else str(kinds)
