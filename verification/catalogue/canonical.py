"""One word for all words of one meaning, so that a wording is found in any of its dresses."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from verification.catalogue.lexicon import FILLERS, KEYS, SOFT_KEYS
from verification.catalogue.normalise import Folded, fold, fold_with_edges
from verification.catalogue.synonyms import SAME

# Kept whole, so that no filler is taken out of the middle of them.
_WHOLE = (
    "不存在",
    "没有",
    "未发现",
    "并非",
    "不是",
    "未出现",
    "所有",
    "本次",
    "其中",
    "不正当",
    "以及",
)


# A number of a list goes with the marks.
_MARKS_AROUND = re.compile(r"^(?:\W|_|\d{1,2}[.、)）])+|(?:\W|_|[\W_]\d{1,2}[.、)）])+$")


@dataclass(frozen=True, slots=True)
class Canonical:
    """`text` in canonical words; positions are in it.

    `spans`: for every character the stretch of the folded text that it stands for.
    """

    text: str
    edges: frozenset[int]
    breaks: frozenset[int]
    cuts: frozenset[int]
    spans: tuple[tuple[int, int], ...]
    folded: Folded

    def original(self, message: str, start: int, end: int) -> str:
        """What stands for [start, end) in the message, verbatim, without marks around it."""
        origins = self.folded.origins
        first = origins[self.spans[start - 1][1] - 1] + 1 if start else 0
        last = origins[self.spans[end][0]] if end < len(self.spans) else len(message)
        return _MARKS_AROUND.sub("", message[first:last])


def canonical(message: str) -> Canonical:
    """`message` folded, with its words replaced; words never reach over a cut."""
    folded = fold_with_edges(message)
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    # Where the folded positions have gone; those inside a replaced word have gone nowhere.
    places: dict[int, int] = {}
    for begin, end in pairwise(sorted(folded.cuts)):
        at = begin
        for hit in [*_words().finditer(folded.text, begin, end), None]:
            start, stop = hit.span() if hit else (end, end)
            for plain in range(at, start):
                places[plain] = len(spans)
                spans.append((plain, plain + 1))
            parts.append(folded.text[at:start])
            if hit:
                places[start] = len(spans)
                word = _replacements()[hit.group()]
                spans += [(start, stop)] * len(word)
                parts.append(word)
            at = stop
    places[len(folded.text)] = len(spans)

    def moved(marks: frozenset[int]) -> frozenset[int]:
        return frozenset(places[place] for place in marks if place in places)

    return Canonical(
        text="".join(parts),
        edges=moved(folded.edges),
        breaks=moved(folded.breaks),
        cuts=moved(folded.cuts),
        spans=tuple(spans),
        folded=folded,
    )


def canonical_text(message: str) -> str:
    """The canonical words of `message`, without positions."""
    return canonical(message).text


@cache
def _replacements() -> dict[str, str]:
    found = {fold(word): fold(word) for word in (*_WHOLE, *KEYS, *SOFT_KEYS)}
    found |= {fold(word): "" for word in FILLERS}
    for row in SAME:
        head, *others = map(fold, row.split())
        found |= dict.fromkeys((head, *others), head)
    return found


@cache
def _words() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _replacements()), key=len, reverse=True)))
