"""Words that no name may hold, unless it holds them by right.

Source: seed 002, 该域名包含限制词汇 (two causes) and 域名信息填写提示 (causes 5 and 6). It names
中国, 国家, 中华, 全国 and China; words of the same meaning are for staff to enter, not for us to
guess.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from templates_app.rules.restrictions.causes import Cause
from templates_app.rules.restrictions.fold import Folded
from templates_app.rules.text import has_han

# A single character would refuse names without end.
MIN_WORD = 2
MAX_WORD = 32


@dataclass(frozen=True, slots=True)
class ListedWord:
    """A word of the list as it was entered, and its key (`key_of`)."""

    word: str
    key: str
    cause: Cause
    in_holder_names: bool = True
    in_contact_names: bool = True
    in_domain_names: bool = True


def pieces(folded: Folded) -> Iterator[str]:
    """Every part of the text that could be a word of the list: what is looked up in it."""
    text = folded.text
    for start in range(len(text)):
        longest = min(len(text), start + MAX_WORD)
        for end in range(start + MIN_WORD, longest + 1):
            yield text[start:end]


def places_of(word: ListedWord, folded: Folded, *, anywhere: bool) -> tuple[int, ...]:
    """Where the word's characters stand in the text, counted from 1; empty: nowhere.

    A Chinese word counts wherever it stands: Chinese has no word boundaries, and the seed says
    包含. So does a Latin one in a domain name (`anywhere`), which has no boundaries either:
    mychinashop and chinatown both *contain* China. In a name made of words, Chinatown is a word
    of its own, as Indochina and Machina are: there a Latin word must begin and end where words
    do, whatever spaces or dots stand inside it (C.h.i.n.a Trade). Case tells nothing, so that
    ChinaTrade is judged like chinatrade.
    """
    found: set[int] = set()
    free = anywhere or has_han(word.key)
    start = folded.text.find(word.key) if word.key else -1
    while start >= 0:
        end = start + len(word.key)
        if free or {start, end} <= folded.edges:
            found.update(folded.places[start:end])
        start = folded.text.find(word.key, start + 1)
    return tuple(sorted(found))


def holds_by_right(folded: Folded, allowed: Collection[str]) -> bool:
    """Whether the whole name is one that staff have allowed: exceptions win."""
    return folded.text in allowed
