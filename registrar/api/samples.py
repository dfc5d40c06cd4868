"""Examples of what goes in and comes out, made from the schemas: none is ever out of date.

What a view gives itself (`OpenApiExample`) comes first; here is the rest. Values are taken by the
field's name, so that all examples speak of the same domain, template and person.
"""

from dataclasses import dataclass, replace
from typing import Any

_ID = "01m8dbkdgnerftcfncvyknc7bd"
_BY_NAME: dict[str, Any] = {
    "name": "example.cn",
    "unicode_name": "example.cn",
    "domain": "example.cn",
    "domains": ["example.cn", "xn--fiqs8s.cn"],
    "template": f"tpl_{_ID}",
    "verification": f"ver_{_ID}",
    "operation_id": f"op_{_ID}",
    "materials": [f"mat_{_ID}"],
    "holder_name": "李晓明",
    "registrant_name": "李晓明",
    "document_type": "SFZ",
    "document_number": "110***********002X",
    "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "format": "jpeg",
    "bytes": 248312,
    "width": 1600,
    "height": 1010,
    "code": "registrant_name_mismatch",
    "message": "注册者证明资料上的名称与系统中的注册者名称不一致",
    "text": "Please look at this again: the document is new.",
    "reason": "registrant_name_mismatch",
    "next": None,
    "cursor": None,
    "confidence": 1.0,
    "position": [0, 0, 0, 0],
    "slug": "acme",
    "email": "li@example.com",
    "tags": ["shop"],
    "epp_statuses": ["serverHold"],
    "ip": "192.0.2.1",
    "scopes": ["domains:read", "verifications:write"],
}
# The prefix of `id`, by the beginning of the component's name.
_PREFIXES = {
    "Template": "tpl",
    "Material": "mat",
    "Verification": "ver",
    "OperationLog": "log",
    "Operation": "op",
    "Batch": "bat",
    "Plan": "plan",
    "Support": "sup",
    "ListedReminder": "rem",
    "Reminder": "rem",
    "Account": "acct",
    "Key": "key",
}
_DEEPEST = 24


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a value stands: the component and field that it is of, and how deep."""

    component: str = ""
    field: str = ""
    depth: int = 0

    def below(self, field: str) -> "_Place":
        return replace(self, field=field, depth=self.depth + 1)


def sample_of(document: dict[str, Any], name: str) -> Any:
    """A value of the component `name` that keeps to its schema."""
    return _value(document, {"$ref": f"#/components/schemas/{name}"}, _Place())


def fill_samples(result: dict[str, Any], **_kwargs: Any) -> dict[str, Any]:
    """Every JSON body and answer without an example of its own refers to a shared one."""
    shared = result["components"].setdefault("examples", {})
    for item in result.get("paths", {}).values():
        for operation in item.values():
            for part in _parts(operation):
                name = part["schema"].get("$ref", "").rpartition("/")[2]
                if name and "examples" not in part:
                    shared.setdefault(name, {"value": sample_of(result, name)})
                    part["examples"] = {"sample": {"$ref": f"#/components/examples/{name}"}}
    return result


def _parts(operation: dict[str, Any]) -> list[dict[str, Any]]:
    taken = operation.get("requestBody", {}).get("content", {})
    given = [
        part
        for status, response in operation["responses"].items()
        if status < "300"
        for kind, part in response.get("content", {}).items()
        if kind == "application/json"
    ]
    return [*taken.values(), *given]


def _value(document: dict[str, Any], schema: Any, place: _Place) -> Any:
    if "$ref" in schema:
        component = schema["$ref"].rpartition("/")[2]
        schema = document["components"]["schemas"][component]
        place = replace(place, component=component)
    if place.depth > _DEEPEST:
        return None
    for together in ("allOf", "oneOf", "anyOf"):
        if together in schema:
            first = next(one for one in schema[together] if one.get("type") != "null")
            return _value(document, first, place.below(place.field))
    if "enum" in schema:
        known = _BY_NAME.get(place.field)
        return known if known in schema["enum"] else schema["enum"][0]
    if _kind(schema) == "object":
        return {
            name: _value(document, inner, place.below(name))
            for name, inner in schema.get("properties", {}).items()
        }
    return _simple(document, schema, place)


def _simple(document: dict[str, Any], schema: Any, place: _Place) -> Any:
    kind = _kind(schema)
    if place.field == "id":
        starts = place.component.startswith
        return f"{next((p for start, p in _PREFIXES.items() if starts(start)), 'obj')}_{_ID}"
    if place.field in _BY_NAME and _fits(_BY_NAME[place.field], schema, kind):
        return _BY_NAME[place.field]
    if kind == "array":
        return [_value(document, schema.get("items", {}), place.below(place.field[:-1]))]
    if kind in ("integer", "number"):
        return schema.get("minimum", 1)
    if kind == "boolean":
        return False
    by_format = {"date": "2026-07-13", "date-time": "2026-07-10T09:00:00+08:00"}
    return by_format.get(schema.get("format", ""), "…")


def _kind(schema: Any) -> str:
    given = schema.get("type", "object")
    kinds = given if isinstance(given, list) else [given]
    return str(next((one for one in kinds if one != "null"), "null"))


def _fits(value: Any, schema: Any, kind: str) -> bool:
    if value is None:
        given = schema.get("type")
        return isinstance(given, list) and "null" in given
    names = {str: "string", int: "integer", float: "number", list: "array"}
    return names[type(value)] == kind and "format" not in schema
