"""What stands around a wording decides whether it counts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from verification.catalogue.candidates import Candidate
from verification.catalogue.canonical import Canonical
from verification.catalogue.leftovers import says_something
from verification.catalogue.lexicon import COMPLAINTS
from verification.catalogue.needles import wordings

# A message after such words is denied, or only an example or a condition.
_NEGATED = re.compile(
    r"(?:(?:并?不|并?未|并?没有?|并?非|无)(?:再|会|处[于在]|属[于在]?|发现|检测到|检出|出现|存在|涉及|是|有|为|因)*"
    r"|排除|避免|以免|防止|谨防|是否|如|若|如果|若是|如果是|假如|倘若|一旦|no|not|without)"
    r"(?:有|为|因|属)?$"
)
_RESOLVED = re.compile(r"(?:已经|已)(?:解决|修复|排除|处理|修改|消除|恢复|解除|重新提交)|除外|吗")
# Characters before a message that are looked through for such words.
_LOOK_BACK = 10

_OR = "或"
# So like (percent) must two stretches with "or" between be to a wording with "or" in it.
_LIKE_ONE = 75
_STOPS = re.compile(r"[。．；;！!？?\r\n]|\d[.、)）]|[①-⒛]")
_REQUEST = "请請"
# Characters before a request that are looked through for the complaint it goes with: several
# times the longest sentence of any authority, and a bound for the work on foreign input.
_SENTENCE = 200


def is_stated(text: Canonical, hit: Candidate) -> bool:
    """Whether the text says this, and not that it isn't so or no longer so."""
    begin = hit.start
    while begin not in text.breaks and hit.start - begin < _LOOK_BACK:
        begin -= 1
    before = text.text[begin : hit.start]
    # A stretch that only resembles may end with the first characters of such words.
    ends = range(hit.end, hit.end - 3, -1)
    resolved = any(_RESOLVED.match(text.text, end) for end in ends)
    return not resolved and not _NEGATED.search(before)


@dataclass(frozen=True, slots=True)
class Verdict:
    """`stated` counts. `asked` only says what to hand in after another complaint."""

    stated: tuple[Candidate, ...]
    asked: tuple[Candidate, ...]


def in_context(message: str, text: Canonical, hits: Sequence[Candidate]) -> Verdict:
    """`hits`, in the order of the text, without those that only seemed to stand alone."""
    whole = _without_half_alternatives(text, list(hits))
    asked = tuple(hit for hit in whole if not hit.official and _only_asks(message, text, hit))
    return Verdict(tuple(hit for hit in whole if hit not in asked), asked)


def _only_asks(message: str, text: Canonical, hit: Candidate) -> bool:
    """Whether it is the request that goes with another complaint ("…，请上传清晰的图片")."""
    if not hit.start or any(word in text.text[hit.start : hit.end] for word in COMPLAINTS):
        return False
    begin = text.folded.origins[text.spans[hit.start][0]]
    first = max(0, begin - _SENTENCE)
    stop = max((found.end() for found in _STOPS.finditer(message, first, begin)), default=first)
    asks = any(char in message[stop : begin + 1] for char in _REQUEST)
    return asks and says_something(message[stop:begin])


def _without_half_alternatives(text: Canonical, hits: list[Candidate]) -> list[Candidate]:
    """ "A or B" says neither A nor B: it counts where both are known, or are one message."""
    for place in [hit.start() for hit in re.finditer(_OR, text.text)]:
        left = next((hit for hit in hits if hit.end == place), None)
        right = next((hit for hit in hits if hit.start == place + 1), None)
        known = [hit for hit in (left, right) if hit]
        if len(known) == 1 and 0 < place < len(text.text) - 1:
            hits = [hit for hit in hits if hit not in known]
        elif left and right and left.code != right.code:
            whole = _as_one(text, left, right)
            hits = [hit for hit in hits if hit not in known] + [whole] if whole else hits
    return sorted(hits, key=lambda hit: hit.start)


def _as_one(text: Canonical, left: Candidate, right: Candidate) -> Candidate | None:
    stretch = text.text[left.start : right.end]
    for wording in wordings():
        ours = wording.code in (left.code, right.code) and _OR in wording.text
        if ours and fuzz.ratio(wording.text, stretch) >= _LIKE_ONE:
            score = fuzz.ratio(wording.text, stretch) / 100
            confidence = round(min(left.confidence, right.confidence) * score, 2)
            return Candidate(left.start, right.end, wording.code, confidence, score)
    return None
