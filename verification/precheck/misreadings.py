"""Differences that a recogniser makes by itself, and that therefore speak against nobody."""

from collections.abc import Callable, Sequence

from templates_app.rules.comparing import Difference, are_lookalikes, are_twins
from templates_app.rules.romanise.terms import LONGEST_TERM, TERMS
from templates_app.rules.text import HAN

# A recogniser that gives one of two twins at this confidence has seen which it is: in 272 drawn
# names, clear and blurred, no ordinary character was taken for its twin so surely.
VERY_SURE = 0.995
# But these it hardly knows, and gives the common twin for them at any confidence.
_HARDLY_KNOWN = frozenset("囗眀沬劵")


def is_misreading(
    typed: str,
    differences: Sequence[Difference],
    *,
    is_person: bool,
    very_sure: Callable[[Difference], bool],
) -> bool:
    """Whether every difference of two folded names can come from the reading alone.

    Twins in shape, unless the one that was read is `very_sure`; one of two equal neighbours
    dropped (recognisers merge them); dots, brackets and other marks; a look-alike that makes no
    word of what is one in an organisation's typed name (科技 read as 科枝).
    """
    return bool(differences) and all(
        _explained(typed, one, very_sure) or (not is_person and _breaks_word(typed, one))
        for one in differences
    )


def _explained(typed: str, one: Difference, very_sure: Callable[[Difference], bool]) -> bool:
    if one.typed and one.expected:
        known = one.typed not in _HARDLY_KNOWN and very_sure(one)
        return are_twins(one.typed, one.expected) and not known
    if one.typed:
        neighbours = typed[max(one.at - 1, 0) : one.at] + typed[one.at + 1 : one.at + 2]
        return _is_mark(one.typed) or one.typed in neighbours
    return _is_mark(one.expected)


def _breaks_word(typed: str, one: Difference) -> bool:
    """Whether a look-alike stands for a character inside a word of organisations' names."""
    if not (one.typed and one.expected and are_lookalikes(one.typed, one.expected)):
        return False
    starts = range(max(one.at - LONGEST_TERM + 1, 0), one.at + 1)
    return any(
        typed[start : start + length] in TERMS
        for start in starts
        for length in range(max(one.at - start + 1, 2), LONGEST_TERM + 1)
    )


def _is_mark(character: str) -> bool:
    return not character.isalnum() and not HAN.match(character)
