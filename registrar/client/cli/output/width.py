"""How wide a text stands in a terminal: Chinese characters take two columns (UAX #11)."""

import unicodedata

_MORE = "…"
# Zero width: joiners, variation selectors, marks that stand on the character before.
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})


def clean(text: str) -> str:
    """Without control characters: what a server says can't steer the terminal."""
    return "".join(" " if unicodedata.category(c) == "Cc" else c for c in text)


def width(text: str) -> int:
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def clip(text: str, columns: int) -> str:
    """At most `columns` wide; an ellipsis stands for what is cut off."""
    if width(text) <= columns:
        return text
    if columns < 1:
        return ""
    kept, room = "", columns - 1
    for character in text:
        room -= _columns(character)
        if room < 0:
            break
        kept += character
    return kept + _MORE


def pad(text: str, columns: int) -> str:
    return text + " " * max(0, columns - width(text))
