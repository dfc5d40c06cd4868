"""Differences that a recogniser makes by itself, and that therefore speak against nobody."""

from collections.abc import Sequence

from templates_app.rules.comparing import Difference, are_lookalikes, are_twins
from templates_app.rules.romanise.terms import LONGEST_TERM, TERMS
from templates_app.rules.text import HAN


def is_misreading(
    typed: str, read: str, differences: Sequence[Difference], *, is_person: bool
) -> bool:
    """Whether every difference of two folded names can come from the reading alone.

    Twins in shape; one of two equal neighbours dropped (recognisers merge them); dots, brackets
    and other marks; an organisation's long name whose second line was not read; a look-alike
    that makes no word of what is one in the typed name (科技 read as 科枝).
    """
    if not is_person and read and typed.startswith(read):
        return True
    return bool(differences) and all(
        _explained(typed, one) or (not is_person and _breaks_word(typed, one))
        for one in differences
    )


def _explained(typed: str, one: Difference) -> bool:
    if one.typed and one.expected:
        return are_twins(one.typed, one.expected)
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
