"""Before and after, row by row, for people."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from .fields import Label, LoggedField, logged_field


@dataclass(frozen=True, slots=True)
class Change:
    """One field in words, with its code; a side that does not hold it, or nothing, is ""."""

    code: str
    name: Label
    before: str
    after: str
    changed: bool


def changes_of(
    object_type: str, before: Mapping[str, Any], after: Mapping[str, Any]
) -> list[Change]:
    """Every field of either side, in order of appearance."""
    return [
        _change(name, logged_field(object_type, name), before, after)
        for name in dict.fromkeys([*before, *after])
    ]


def _change(
    code: str, field: LoggedField, before: Mapping[str, Any], after: Mapping[str, Any]
) -> Change:
    return Change(
        code=code,
        name=field.label,
        before=_text(field, before.get(code)),
        after=_text(field, after.get(code)),
        changed=before.get(code) != after.get(code) or (code in before) != (code in after),
    )


def _text(field: LoggedField, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    if isinstance(value, list):
        return ", ".join(_text(field, part) for part in value)
    if isinstance(value, str):
        return str(field.say(value)) if value else ""
    if isinstance(value, int):
        return str(field.say(str(value)))
    return json.dumps(value, ensure_ascii=False)
