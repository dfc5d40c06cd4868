"""Whom the authority knows, from a JSON file."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

from templates_app.rules.numbers import normalise_number
from verification.authorities.simulated.rules import Entry, Found

from .options import BadOption


class Register:
    """{"identities": [{"name", "holder_type", "document_type", "document_number", and where they
    matter "available_from", "expires_on" (YYYY-MM-DD), "special_profession", "overseas"}]}"""

    def __init__(self, path: Path) -> None:
        try:
            rows = json.loads(path.read_text(encoding="utf-8"))["identities"]
            self._entries = [(_number(row), _entry(row)) for row in rows]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise BadOption(f"{path}: {type(error).__name__}") from None

    def look_up(self, *, name: str, document_number: str) -> Found:
        number = normalise_number(document_number)
        return Found(
            by_number=[entry for known, entry in self._entries if known == number],
            name_known=any(entry.name == name for _number, entry in self._entries),
        )


def _number(row: dict[str, Any]) -> str:
    return normalise_number(str(row["document_number"]))


def _entry(row: dict[str, Any]) -> Entry:
    expires_on = row.get("expires_on")
    return Entry(
        name=row["name"],
        holder_type=row["holder_type"],
        document_type=row["document_type"],
        available_from=dt.date.fromisoformat(row.get("available_from") or "2000-01-01"),
        expires_on=dt.date.fromisoformat(expires_on) if expires_on else None,
        special_profession=bool(row.get("special_profession")),
        overseas=bool(row.get("overseas")),
    )
