"""Before and after, row by row, for people (pure)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Change:
    """One field; a side that does not hold it is ""."""

    name: str
    before: str
    after: str
    changed: bool


def changes_of(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Change]:
    """Every field of either side, in order of appearance."""
    names = list(dict.fromkeys([*before, *after]))
    return [
        Change(
            name=name,
            before=_text(before, name),
            after=_text(after, name),
            changed=before.get(name) != after.get(name) or (name in before) != (name in after),
        )
        for name in names
    ]


def _text(values: Mapping[str, Any], name: str) -> str:
    if name not in values:
        return ""
    value = values[name]
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
