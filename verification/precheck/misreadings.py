"""Differences that a recogniser makes by itself, and that therefore speak against nobody."""

from collections.abc import Sequence

from templates_app.rules.comparing import Difference, are_twins
from templates_app.rules.text import HAN


def is_misreading(
    typed: str, read: str, differences: Sequence[Difference], *, is_person: bool
) -> bool:
    """Whether every difference of two folded names can come from the reading alone.

    Twins in shape; one of two equal neighbours dropped (recognisers merge them); dots, brackets
    and other marks; an organisation's long name whose second line was not read.
    """
    if not is_person and read and typed.startswith(read):
        return True
    return bool(differences) and all(_explained(typed, one) for one in differences)


def _explained(typed: str, one: Difference) -> bool:
    if one.typed and one.expected:
        return are_twins(one.typed, one.expected)
    if one.typed:
        neighbours = typed[max(one.at - 1, 0) : one.at] + typed[one.at + 1 : one.at + 2]
        return _is_mark(one.typed) or one.typed in neighbours
    return _is_mark(one.expected)


def _is_mark(character: str) -> bool:
    return not character.isalnum() and not HAN.match(character)
