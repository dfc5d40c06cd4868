"""A schema of the API document as rows, for the page: nested fields below their field."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_DEEPEST = 5


@dataclass(frozen=True, slots=True)
class Field:
    """`depth` counts from 0; `kind` says lists and nullable ones in words of JSON."""

    name: str
    depth: int
    kind: str
    required: bool
    values: tuple[str, ...]
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
            values=tuple(str(one) for one in inner.get("enum", items.get("enum", ())) if one),
            description=str(given.get("description") or ""),
        )
        yield from _fields(document, items or inner, depth + 1)


def _kind(given: dict[str, Any], inner: dict[str, Any], items: dict[str, Any]) -> str:
    kinds = inner.get("type", "object")
    kinds = list(kinds) if isinstance(kinds, list) else [kinds]
    if {"type": "null"} in given.get("oneOf", ()) and "null" not in kinds:
        kinds.append("null")
    said = [f"{one} of {_plain(items)}" if one == "array" else str(one) for one in kinds]
    if inner.get("format"):
        said[0] += f" ({inner['format']})"
    return " | ".join(said)


def _plain(schema: dict[str, Any]) -> str:
    kinds = schema.get("type", "object")
    return " | ".join(kinds) if isinstance(kinds, list) else str(kinds)
