"""Stretches of a message that may be a wording: word for word, nearly so, or cut off."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from verification.catalogue.affixes import JOINERS
from verification.catalogue.canonical import Canonical, canonical_text
from verification.catalogue.guards import fits, keys_in
from verification.catalogue.needles import CONTAINED, Wording, wording_texts, wordings
from verification.catalogue.normalise import folded_prefixes, folded_suffixes

# A stretch that resembles a wording of so many characters at most, this much at least.
_THRESHOLDS = ((5, 0.9), (8, 0.82), (12, 0.79), (1000, 0.72))
# How much better the best reason must fit than the next.
_MARGIN = 0.04
# Resembling is worth a little less than the same confidence word for word.
_RESEMBLING = 0.85
_CUT_OFF = 0.6
_CUT_OFF_FITS = 0.9
_CUT_OFF_LEFT = 0.45
_MIN_CUT_OFF = 7
_HALF_A_WORD = 2
# Stretches of more pieces, and pieces after so many, are not compared.
_MAX_PIECES = 9
_MAX_CUTS = 120
_MIN_STRETCH, _MAX_STRETCH = 3, 72
_RIVALS = 24


@dataclass(frozen=True, slots=True)
class Candidate:
    """[start, end) of the canonical text says `code`; `score` is how well it fits."""

    start: int
    end: int
    code: str
    confidence: float
    score: float

    @property
    def official(self) -> bool:
        """Whether it is one of the catalogue's messages, word for word."""
        return self.score == 1 and self.confidence >= CONTAINED


def literal(text: Canonical) -> Iterator[Candidate]:
    """Where a wording stands word for word, the bounded ones between edges."""
    loose = [hit for w in wordings() if not w.bounded for hit in _hits(text.text, w)]
    bounds = text.edges | bounds_of(text) | {p for hit in loose for p in (hit.start, hit.end)}
    yield from loose
    for wording in wordings():
        if wording.bounded:
            for hit in _hits(text.text, wording):
                if hit.start in bounds and hit.end in bounds:
                    yield hit


def resembling(text: Canonical, found: list[Candidate]) -> Iterator[Candidate]:
    """Stretches between bounds that resemble the wordings of one reason and no other."""
    known = {(hit.start, hit.end) for hit in found}
    whole = [(hit.start, hit.end) for hit in found if hit.official]
    for start, end in _stretches(text, found):
        inside = any(a <= start and end <= b for a, b in whole)
        if not inside and (start, end) not in known:
            stretch = text.text[start:end]
            best = _best(stretch) or (_cut_off(stretch) if end == len(text.text) else None)
            if best:
                code, confidence, score = best
                yield Candidate(start, end, code, confidence, score)


def _stretches(text: Canonical, found: list[Candidate]) -> Iterator[tuple[int, int]]:
    """From bound to bound; none begins or ends with a joining word."""
    places = sorted(bounds_of(text) | {p for hit in found for p in (hit.start, hit.end)})
    joiners = [hit.span() for hit in _joiners().finditer(text.text)]
    idle_starts, idle_ends = {a for a, _b in joiners}, {b for _a, b in joiners}
    for index, start in enumerate(places[:_MAX_CUTS]):
        for end in places[index + 1 : index + 1 + _MAX_PIECES]:
            long_enough = _MIN_STRETCH <= end - start <= _MAX_STRETCH
            if long_enough and start not in idle_starts and end not in idle_ends:
                yield start, end


def bounds_of(text: Canonical) -> frozenset[int]:
    """Where a statement may begin or end: marks, joining words, known prefixes and suffixes."""
    hits = list(_joiners().finditer(text.text))
    around = {p for hit in hits for p in hit.span()}
    affixes = {hit.end() for hit in _prefixes().finditer(text.text)}
    affixes |= {hit.start() for hit in _suffixes().finditer(text.text)}
    ends = {0, len(text.text)}
    return frozenset(text.cuts | around | affixes | ends)


def _hits(text: str, wording: Wording) -> Iterator[Candidate]:
    start = text.find(wording.text)
    while start >= 0:
        end = start + len(wording.text)
        yield Candidate(start, end, wording.code, wording.confidence, 1.0)
        start = text.find(wording.text, end)


def _best(stretch: str) -> tuple[str, float, float] | None:
    """Code, confidence and score of the one reason that `stretch` resembles."""
    said = frozenset(key.word for key in keys_in(stretch))
    scores: dict[str, tuple[float, float]] = {}
    for _text, percent, place in process.extract(
        stretch, wording_texts(), scorer=fuzz.ratio, score_cutoff=70, limit=_RIVALS
    ):
        wording, score = wordings()[place], percent / 100
        if wording.code in scores or score < _threshold(min(len(wording.text), len(stretch))):
            continue
        if fits(wording.text, wording.keys, stretch, said):
            scores[wording.code] = (score, wording.confidence * score)
    if not scores:
        return None
    (code, (score, confidence)), *rivals = scores.items()
    if score < 1 and rivals and score - rivals[0][1][0] < _MARGIN:
        return None
    return code, round(confidence * (1 if score == 1 else _RESEMBLING), 2), score


def _threshold(length: int) -> float:
    return next(least for longest, least in _THRESHOLDS if length <= longest)


def _cut_off(stretch: str) -> tuple[str, float, float] | None:
    """The one reason whose message begins with `stretch`, where the text ends.

    Its last characters may be half a word that has not been recognised.
    """
    for end in range(len(stretch), max(_MIN_CUT_OFF, len(stretch) - _HALF_A_WORD) - 1, -1):
        start = stretch[:end]
        begun = [w for w in wordings() if w.confidence == CONTAINED and w.text.startswith(start)]
        longest = max((len(wording.text) for wording in begun), default=0)
        if begun and len({wording.code for wording in begun}) == 1:
            keys = keys_in(stretch)
            whole = all(key.end <= end for key in keys) and any(not key.soft for key in keys)
            enough = whole and end >= longest * _CUT_OFF_LEFT
            return (begun[0].code, _CUT_OFF, _CUT_OFF_FITS) if enough else None
    return None


@cache
def _joiners() -> re.Pattern[str]:
    return _any_of(JOINERS)


@cache
def _prefixes() -> re.Pattern[str]:
    return _any_of(folded_prefixes())


@cache
def _suffixes() -> re.Pattern[str]:
    return _any_of(folded_suffixes())


def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    words = {word for word in map(canonical_text, phrases) if word}
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))
