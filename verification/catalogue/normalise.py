"""Fold away what authorities vary without meaning anything by it.

Width, spaces, punctuation, case, traditional characters, and the phrases before
and after a message. Pure text in, pure text out; no input raises.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from verification.catalogue.affixes import PREFIXES, SUFFIXES
from verification.catalogue.characters import TO_SIMPLIFIED

# No authority's message comes near it; it bounds the work on foreign input.
MAX_LENGTH = 4000


# Marks between statements, as NFKC leaves them.
_SENTENCE_MARKS = frozenset(",;:!?。、\n\r")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text and the positions in it where something was left out.

    `edges`: punctuation, symbols or space stood there, so a wording may begin or
    end. `breaks`: the edges where one statement ends and another begins.
    """

    text: str
    edges: frozenset[int]
    breaks: frozenset[int]


def fold_with_edges(text: str) -> Folded:
    """Letters and digits of the first MAX_LENGTH characters, folded.

    Invisible formatting characters leave neither edge nor break behind.
    """
    kept: list[str] = []
    edges, breaks = {0}, {0}
    for char in _visible(text):
        if char.isalnum():
            kept.append(char)
            continue
        edges.add(len(kept))
        if char in _SENTENCE_MARKS:
            breaks.add(len(kept))
    edges.add(len(kept))
    breaks.add(len(kept))
    return Folded("".join(kept), frozenset(edges), frozenset(breaks))


def _visible(text: str) -> Iterator[str]:
    plain = unicodedata.normalize("NFKC", text[:MAX_LENGTH]).casefold().translate(TO_SIMPLIFIED)
    return (char for char in plain if unicodedata.category(char) not in {"Cf", "Mn", "Me"})


def fold(text: str) -> str:
    """The folded letters and digits of `text`."""
    return fold_with_edges(text).text


def clauses(text: str) -> tuple[str, ...]:
    """The folded statements between sentence marks, in order."""
    folded = fold_with_edges(text)
    return tuple(folded.text[a:b] for a, b in pairwise(sorted(folded.breaks)))


def match_key(text: str) -> str:
    """What two wordings of one message share: folded, affixes stripped.

    Empty when the text says nothing but affixes ("审核失败，请修改").
    """
    key = fold(text)
    while True:
        shorter = _strip_once(key)
        if shorter == key:
            return key
        key = shorter


@cache
def folded_prefixes() -> tuple[str, ...]:
    """The known prefixes, folded, longest first."""
    return tuple(sorted(map(fold, PREFIXES), key=len, reverse=True))


@cache
def folded_suffixes() -> tuple[str, ...]:
    """The known suffixes, folded, longest first."""
    return tuple(sorted(map(fold, SUFFIXES), key=len, reverse=True))


def _strip_once(key: str) -> str:
    for prefix in folded_prefixes():
        if key.startswith(prefix):
            return key.removeprefix(prefix)
    for suffix in folded_suffixes():
        if key.endswith(suffix):
            return key.removesuffix(suffix)
    return key
