"""The one documented list of events, as docs/events.md: written from the catalogue."""

import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from django.utils.translation import override

from .catalogue import event_types
from .event_type import EventField, EventType

_HEAD = Path(__file__).parent / "event_list_head.md"


def event_list() -> str:
    """The document in English, with the Chinese names beside; Markdown, ends in a newline."""
    with override("en"):
        parts = [_HEAD.read_text(encoding="utf-8").replace("{envelope}", _envelope())]
        for name, kinds in groupby(event_types(), key=lambda kind: kind.object_type):
            parts.append(f"\n## {name}\n")
            parts += [part for kind in kinds for part in _type(kind)]
    return "".join(parts)


def _type(kind: EventType) -> Iterator[str]:
    with override("zh-hans"):
        chinese = str(kind.title)
    yield f"\n### {kind.name}\n\n"
    yield f"{kind.title} · {chinese}. {kind.description} Scope `{kind.scope}`.\n"
    if kind.fields:
        yield "\n| field | what | example |\n|---|---|---|\n"
        yield from (_field(field) for field in kind.fields)


def _field(field: EventField) -> str:
    values = field.schema.get("enum", ())
    words = str(field.words) if field.always else f"*If any.* {field.words}"
    if values:
        words += " One of " + ", ".join(f"`{value}`" for value in values) + "."
    example = json.dumps(field.example, ensure_ascii=False)
    return f"| `{field.name}` | {words} | `{example}` |\n"


def _envelope() -> str:
    """The example of a type that says much."""
    kind = next(kind for kind in event_types() if kind.name == "verification.failed")
    event = {
        "id": "evt_01k2h5zq3ye8n9t6m4x7r1c0vb",
        "type": kind.name,
        "number": 1204,
        "occurred_at": "2026-12-04T09:30:12.480211+08:00",
        "object": {"type": kind.object_type, "id": kind.object_id_example},
        "actor": {"kind": "system"},
        "data": {name: value for name, value in kind.example.items() if name != "template"},
    }
    return json.dumps(event, indent=2, ensure_ascii=False)
