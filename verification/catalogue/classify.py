"""From an authority's raw message to failure reasons. Wrong is worse than unknown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verification.catalogue.affixes import JOINERS
from verification.catalogue.needles import REORDERED, Needle, exact_codes, needles
from verification.catalogue.normalise import (
    fold_with_edges,
    folded_prefixes,
    folded_suffixes,
    match_key,
)

# A message after such words is denied, or only an example or a condition.
_NEGATED = re.compile(
    r"(?:没有|没|未发现|不存在|不涉及|并非|并不是|不是|不属于|避免|以免|防止|是否|无|如|若|如果|若是|如果是"
    r"|no|not|without)(?:您的|您|该|其|存在|有|出现)?$"
)
_RESOLVED = re.compile(r"(?:的?(?:问题|情况|错误))?(?:已经|已)(?:解决|修复|排除|处理|更正)|的?除外")

# Characters before a message that are looked through for such words.
_LOOK_BACK = 10


@dataclass(frozen=True, slots=True)
class Match:
    """A reason found in a message; `confidence` is 1 for the exact wording, less otherwise."""

    code: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Classification:
    """The reasons found, in the order of the text; `unknown` when there is none."""

    reasons: tuple[Match, ...]
    unknown: bool


def classify(message: str) -> Classification:
    """The failure reasons that `message` states; never raises.

    Punctuation, spaces, width, case, traditional characters, known prefixes and
    suffixes and the order of a message's clauses don't matter, and several
    messages may stand in one text. Of messages that contain one another the
    longest counts. Text beyond normalise.MAX_LENGTH characters is not read.
    """
    exact = exact_codes().get(match_key(message))
    if exact is not None:
        return Classification((Match(*exact),), unknown=False)
    found = _Search(message).run()
    return Classification(found, unknown=not found)


class _Search:
    """One pass over one text: every stretch of it belongs to one message at most."""

    def __init__(self, message: str) -> None:
        folded = fold_with_edges(message)
        self.text = folded.text
        self.edges = set(folded.edges) | _affix_edges(folded.text)
        # A joiner parts two messages, but never two clauses of one.
        self.edges_with_joiners = self.edges | _joiner_edges(folded.text)
        self.breaks = set(folded.breaks)
        self.taken = bytearray(len(folded.text))
        self.hits: list[tuple[int, Match]] = []

    def run(self) -> tuple[Match, ...]:
        for needle in needles():
            edges = self.edges_with_joiners if needle.bounded else None
            for start in self._occurrences(needle.text, edges):
                self._take(start, len(needle.text))
                self.hits.append((start, Match(needle.code, needle.confidence)))
            if needle.clauses:
                self._find_reordered(needle)
        best: dict[str, Match] = {}
        for _, match in sorted(self.hits, key=lambda hit: hit[0]):
            known = best.setdefault(match.code, match)
            if match.confidence > known.confidence:
                best[match.code] = match
        return tuple(best.values())

    def _find_reordered(self, needle: Needle) -> None:
        starts = []
        for clause in needle.clauses:
            start = next(self._occurrences(clause, self.edges), None)
            if start is None:
                return
            starts.append(start)
        for start, clause in zip(starts, needle.clauses, strict=True):
            self._take(start, len(clause))
        self.hits.append((min(starts), Match(needle.code, REORDERED)))

    def _occurrences(self, wanted: str, edges: set[int] | None) -> Iterator[int]:
        """Where `wanted` stands free and is stated, between `edges` if given."""
        start = self.text.find(wanted)
        while start >= 0:
            end = start + len(wanted)
            bounded = edges is None or (start in edges and end in edges)
            if bounded and not any(self.taken[start:end]) and self._states(start, end):
                yield start
            start = self.text.find(wanted, start + 1)

    def _states(self, start: int, end: int) -> bool:
        """Whether the text says this, and not that it isn't so or no longer so."""
        begin = start
        while begin not in self.breaks and start - begin < _LOOK_BACK:
            begin -= 1
        before = self.text[begin:start]
        return not _NEGATED.search(before) and not _RESOLVED.match(self.text, end)

    def _take(self, start: int, length: int) -> None:
        self.taken[start : start + length] = b"\x01" * length
        for marks in (self.edges, self.edges_with_joiners, self.breaks):
            marks |= {start, start + length}


def _affix_edges(text: str) -> set[int]:
    """Edges without a mark: after a known prefix, before a known suffix."""
    after = {hit.end() for prefix in folded_prefixes() for hit in re.finditer(prefix, text)}
    before = {hit.start() for suffix in folded_suffixes() for hit in re.finditer(suffix, text)}
    return after | before


def _joiner_edges(text: str) -> set[int]:
    hits = [hit for joiner in JOINERS for hit in re.finditer(joiner, text)]
    return {hit.start() for hit in hits} | {hit.end() for hit in hits}
