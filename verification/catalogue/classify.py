"""From an authority's raw message to failure reasons. Wrong is worse than unknown."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from verification.catalogue.candidates import Candidate, literal, resembling
from verification.catalogue.canonical import canonical
from verification.catalogue.context import in_context, is_stated
from verification.catalogue.leftovers import leftovers
from verification.catalogue.needles import exact_codes
from verification.catalogue.normalise import match_key

# One wording for a stretch is better than two that share it.
_PIECE_COSTS = 2.5


@dataclass(frozen=True, slots=True)
class Match:
    """A reason found in a message; `confidence` is 1 for the exact wording, less otherwise."""

    code: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Classification:
    """The reasons found, in the order of the text; `unknown` when there is none.

    `leftover`: what else the text says, verbatim, that no reason accounts for: greetings,
    requests to correct and submit again and the like are not counted. All of it if unknown.
    """

    reasons: tuple[Match, ...]
    unknown: bool
    leftover: tuple[str, ...] = ()


def classify(message: str) -> Classification:
    """The failure reasons that `message` states; never raises.

    Punctuation, spaces, width, case, traditional characters, known prefixes and suffixes, words
    of the same meaning, small slips and the order of a message's clauses don't matter, and
    several messages may stand in one text. Of messages that contain one another the longest
    counts; what fits two reasons alike fits none. Text beyond normalise.MAX_LENGTH characters
    is not read.
    """
    exact = exact_codes().get(match_key(message))
    if exact is not None:
        return Classification((Match(*exact),), unknown=False)
    text = canonical(message)
    found = [hit for hit in literal(text) if is_stated(text, hit)]
    found += [hit for hit in resembling(text, found) if is_stated(text, hit)]
    verdict = in_context(message, text, _best_cover(found))
    best: dict[str, Match] = {}
    for hit in verdict.stated:
        known = best.get(hit.code)
        if known is None or known.confidence < hit.confidence:
            best[hit.code] = Match(hit.code, hit.confidence)
    if not best:
        return Classification((), True, (message.strip(),) if text.text else ())
    taken = [(hit.start, hit.end) for hit in (*verdict.stated, *verdict.asked)]
    return Classification(tuple(best.values()), False, leftovers(message, text, taken))


def _best_cover(found: Iterable[Candidate]) -> list[Candidate]:
    """Candidates that don't overlap and account for most of the text, in its order."""
    hits = sorted(found, key=lambda hit: (hit.end, hit.start))
    ends = [hit.end for hit in hits]
    worth = [0.0]
    came: list[tuple[int, bool]] = []
    for index, hit in enumerate(hits):
        before = bisect_right(ends, hit.start, hi=index)
        gained = worth[before] + (hit.end - hit.start) * hit.score**2 - _PIECE_COSTS
        taken = gained > worth[index]
        worth.append(gained if taken else worth[index])
        came.append((before, taken))
    chosen, index = [], len(hits)
    while index:
        before, taken = came[index - 1]
        if taken:
            chosen.append(hits[index - 1])
        index = before if taken else index - 1
    return chosen[::-1]
