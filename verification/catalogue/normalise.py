"""Fold away what authorities vary without meaning anything by it.

Width, spaces, punctuation, case, traditional characters, list numbers, and the phrases before
and after a message. Pure text in, pure text out; no input raises.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from templates_app.rules.simplified import simplified
from verification.catalogue.affixes import PREFIXES, SUFFIXES

# No authority's message comes near it; it bounds the work on foreign input.
MAX_LENGTH = 4000

# Marks between statements, as compatibility decomposition leaves them.
_SENTENCE_MARKS = frozenset(",;:!?。、\n\r")
# Marks that may part statements, but also stand inside one ("JPG/PNG", "（serverHold）").
_LOOSE_MARKS = frozenset("/|\\·•+&()[]{}【】《》〈〉「」『』<>→*#")
# With an edge to so few letters, edges tell nothing.
_SPACED_OUT = 4
# Characters that are no traditional ones, but that authorities write for one another.
_WRITTEN_FOR = {"戸": "户", "帐": "账", "迻": "移", "囘": "回", "尓": "尔"}
_LIST_NUMBER = re.compile(
    r"(?<![0-9A-Za-z.])[(（\[【]?\d{1,2}[)）\]】.．、:：](?!\d)"
    r"|(?<![0-9A-Za-z一-鿿])[(（]?[一二三四五六七八九十]{1,2}[)）.．、:：]"
    r"|[①-⒛]"
)


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text and the positions in it where something was left out.

    `edges`: punctuation, symbols or space stood there, so a wording may begin or end.
    `breaks`: the edges where one statement ends and another begins. `cuts`: breaks, and edges
    where that may be so: at brackets, at spaces unless the text is spaced out.
    `origins`: for every character its place in the original text.
    """

    text: str
    edges: frozenset[int]
    breaks: frozenset[int]
    cuts: frozenset[int]
    origins: tuple[int, ...]


def fold_with_edges(text: str) -> Folded:
    """Letters and digits of the first MAX_LENGTH characters, folded.

    Invisible formatting characters leave neither edge nor break behind.
    """
    text = text[:MAX_LENGTH]
    numbers = {place for hit in _LIST_NUMBER.finditer(text) for place in range(*hit.span())}
    kept: list[str] = []
    origins: list[int] = []
    edges, breaks, cuts = {0}, {0}, {0}
    for place, char in enumerate(text):
        for plain in "\n" if place in numbers else _plain(char):
            if plain.isalnum():
                kept.append(plain)
                origins.append(place)
                continue
            edges.add(len(kept))
            if plain in _SENTENCE_MARKS:
                breaks.add(len(kept))
            elif plain in _LOOSE_MARKS:
                cuts.add(len(kept))
    for marks in (edges, breaks):
        marks.add(len(kept))
    if len(edges) * _SPACED_OUT <= len(kept):
        cuts |= edges
    return Folded(
        "".join(kept),
        frozenset(edges),
        frozenset(breaks),
        frozenset(cuts | breaks),
        tuple(origins),
    )


@lru_cache(maxsize=1 << 16)
def _plain(char: str) -> str:
    """One character without width, case, marks on letters and script; maybe several, or none."""
    wide = unicodedata.normalize("NFKD", char).casefold()
    parts = map(simplified, unicodedata.normalize("NFKD", wide))
    return "".join(
        _WRITTEN_FOR.get(c, c) for c in parts if unicodedata.category(c) not in {"Cf", "Mn", "Me"}
    )


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
