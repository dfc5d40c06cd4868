"""What a message says besides the reasons that were found in it."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from verification.catalogue.affixes import PREFIXES, SUFFIXES
from verification.catalogue.canonical import Canonical, canonical_text
from verification.catalogue.guards import keys_in
from verification.catalogue.lexicon import BOILERPLATE, REQUESTED

# Addresses, domain names, dates, numbers of tickets: facts, no statements. A word is tried from
# its first character only, or long ones would take time by the square.
_FACTS = re.compile(
    r"https?://\S+|(?<![\w.+-])[\w.+-]+@[\w.-]+|(?<![a-z0-9-])(?:[a-z0-9-]+\.)+[a-z]{2,}"
    r"|[\d\-/:.年月日时分秒]+|\b\w*\d\w*\b",
    re.IGNORECASE | re.ASCII,
)
# Letters that say something: so many Chinese characters, or three times as many others.
_SAYS_SOMETHING = 3
_REQUESTS = ("请", "請", "建议", "建議", "敬请", "敬請", "烦请")


def leftovers(message: str, text: Canonical, taken: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """The statements, or rests of them, outside of `taken` that say something, verbatim."""
    marks = sorted(text.breaks | {place for span in taken for place in span})
    rests = [
        text.original(message, start, end)
        for start, end in pairwise(marks)
        if not any(a <= start and end <= b for a, b in taken)
    ]
    return tuple(dict.fromkeys(rest for rest in rests if says_something(rest)))


def says_something(rest: str) -> bool:
    """Whether more than boilerplate and facts is in it."""
    empty = _asked() if rest.lstrip().startswith(_REQUESTS) else _boilerplate()
    said = empty.sub("", canonical_text(_FACTS.sub(" ", rest)))
    weight = sum(3 if char >= "\u2e80" else 1 for char in said)
    return weight >= _SAYS_SOMETHING * 3 or bool(keys_in(said))


@cache
def _boilerplate() -> re.Pattern[str]:
    return _any_of(BOILERPLATE, PREFIXES, SUFFIXES)


@cache
def _asked() -> re.Pattern[str]:
    return _any_of(BOILERPLATE, PREFIXES, SUFFIXES, REQUESTED)


def _any_of(*lists: tuple[str, ...]) -> re.Pattern[str]:
    words = {canonical_text(word) for phrases in lists for word in phrases} - {""}
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))
