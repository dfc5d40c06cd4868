"""What keeps a text from being taken for a wording that it only resembles."""

import re
from dataclasses import dataclass
from functools import cache
from math import ceil

from rapidfuzz.distance import Indel

from verification.catalogue.lexicon import KEYS, SOFT_KEYS, TURNING
from verification.catalogue.normalise import fold

# What must be left of a word of three characters or more to be a misspelling of it.
_LEFT_OF_WORD = 0.6
# One misspelt word of weight for so many characters.
_LENGTH_PER_SLIP = 14


@dataclass(frozen=True, slots=True)
class Key:
    """A word that decides what a text says, and where it stands. `soft`: may be left out."""

    word: str
    start: int
    end: int
    soft: bool


def keys_in(text: str) -> tuple[Key, ...]:
    """The deciding words of a canonical text, longest first at each place."""
    return tuple(
        Key(hit.group(), hit.start(), hit.end(), hit.group() in _soft())
        for hit in _pattern().finditer(text)
    )


def fits(wording: str, wanted: tuple[Key, ...], text: str, found: frozenset[str]) -> bool:
    """Whether `text`, which has the deciding words `found`, may stand for `wording`.

    It may not say a deciding word that the wording lacks, nor lack one that the wording has
    (but misspell it), nor turn its sense by a negation more or less.
    """
    if found - {key.word for key in wanted}:
        return False
    steps = Indel.opcodes(wording, text)
    kept = bytearray(len(wording))
    for step in steps:
        if step.tag == "equal":
            kept[step.src_start : step.src_end] = b"\x01" * (step.src_end - step.src_start)
        elif _turns(wording[step.src_start : step.src_end], text[step.dest_start : step.dest_end]):
            return False
    slips = 0
    for key in wanted:
        if key.soft or key.word in found:
            continue
        length = key.end - key.start
        if sum(kept[key.start : key.end]) < (1 if length == 2 else ceil(length * _LEFT_OF_WORD)):
            return False
        slips += 1
    return slips <= max(1, len(wording) // _LENGTH_PER_SLIP)


def _turns(out: str, put: str) -> bool:
    return bool(TURNING & (set(out) | set(put)))


@cache
def _soft() -> frozenset[str]:
    return frozenset(map(fold, SOFT_KEYS))


@cache
def _pattern() -> re.Pattern[str]:
    words = {fold(word) for word in (*KEYS, *SOFT_KEYS)}
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))
