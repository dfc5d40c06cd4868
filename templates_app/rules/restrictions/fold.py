"""What two spellings of one name have in common."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from templates_app.rules.simplified import simplified
from templates_app.rules.text import HAN

# No name or domain comes near it; it bounds the work on foreign input, and every key.
MAX_LENGTH = 255


@dataclass(frozen=True, slots=True)
class Folded:
    """Letters and digits of a text, folded.

    `places[i]` is where character i stands in the text, counted from 1. `edges` are positions
    in `text` at which a Latin word may begin or end: something visible was left out there, or
    letters meet digits or Chinese.
    """

    text: str
    places: tuple[int, ...]
    edges: frozenset[int]


def fold(text: str) -> Folded:
    """The first 255 characters of `text` without width, case, accents, spaces, punctuation and
    invisible characters, in simplified Chinese, one character at a time. No input raises.

    Digits are never read as letters (ch1na): names full of digits (3M, 1688) would be refused
    for words that nobody can see in them.
    """
    kept: list[str] = []
    places: list[int] = []
    edges = {0}
    before = ""
    for place, character in enumerate(text[:MAX_LENGTH], start=1):
        folded = _folded(character)
        if len(kept) + len(folded) > MAX_LENGTH:
            break  # ligatures unfold to whole sentences
        if folded:
            kind = _kind(folded[0])
            if kind != before:
                edges.add(len(kept))
            kept.extend(folded)
            places.extend([place] * len(folded))
            before = kind
        elif not _is_invisible(character):
            edges.add(len(kept))
    return Folded("".join(kept), tuple(places), frozenset(edges | {len(kept)}))


def key_of(text: str) -> str:
    """What equal names share; "" for a text without a letter or digit."""
    key = "".join(map(_folded, text[:MAX_LENGTH]))
    return key if len(key) <= MAX_LENGTH else fold(text).text


@lru_cache(maxsize=50_000)
def _folded(character: str) -> str:
    plain = unicodedata.normalize("NFKD", character).casefold()
    plain = unicodedata.normalize("NFKD", plain)
    return "".join(simplified(c) for c in plain if c.isalnum())


def _kind(character: str) -> str:
    if HAN.match(character):
        return "han"
    return "digit" if character.isnumeric() else "letter"


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) in {"Cf", "Mn", "Me"}
