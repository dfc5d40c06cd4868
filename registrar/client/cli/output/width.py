"""How wide a text stands in a terminal: Chinese characters take two columns (UAX #11)."""

import re
import unicodedata

_MORE = "…"
# Zero width: joiners, variation selectors, marks that stand on the character before.
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})
# Our own colours, and nothing else that steers.
_COLOUR = re.compile(r"(\x1b\[(?:0|1|2|31|32|33)m)")


def clean(text: str) -> str:
    """Without control characters: what a server says can't steer the terminal."""
    return "".join(" " if unicodedata.category(c) == "Cc" else c for c in text)


def steady(text: str) -> str:
    """Lines in which others' words stand between ours: breaks and our colours stay."""
    pieces = _COLOUR.split(text)
    pieces[::2] = ["\n".join(map(clean, piece.split("\n"))) for piece in pieces[::2]]
    return "".join(pieces)


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
