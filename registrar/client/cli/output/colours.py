"""Colours for states, where somebody looks at a terminal (https://no-color.org)."""

import os
from collections.abc import Mapping
from typing import TextIO

_GOOD, _BAD, _WAITING, _BOLD, _FAINT = "32", "31", "33", "1", "2"
_STYLES = {
    _GOOD: ("verified", "passed", "succeeded", "finished", "done", "confirmed", "ready", "ok"),
    _BAD: ("failed", "verification_failed", "naming_failed", "block", "refused", "disputed"),
    _WAITING: (
        "in_review",
        "verification_in_review",
        "registrant_change_in_review",
        "naming_in_review",
        "submitted",
        "at_authority",
        "more_wanted",
        "queued",
        "running",
        "warn",
        "unverified",
    ),
    _BOLD: ("bold",),
    _FAINT: ("faint", "ruled_out", "info"),
}
_BY_NAME = {name: style for style, names in _STYLES.items() for name in names}


def wanted(stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    return stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


def paint(text: str, name: str) -> str:
    """`text` in the colour of a state; as it is where the state has none."""
    style = _BY_NAME.get(name)
    return f"\x1b[{style}m{text}\x1b[0m" if style and text else text
