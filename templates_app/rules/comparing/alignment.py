"""Where two texts differ, of one length or not."""

from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Levenshtein


@dataclass(frozen=True, slots=True)
class Difference:
    """One place: `typed` at `at` (from 0) stands for `expected` at `expected_at`.

    At most one character each; "" on one side: missing in what was typed, or too many there.
    `at` is then the place before which it is missing, which may be the text's end.
    """

    at: int
    typed: str
    expected_at: int
    expected: str


def align(typed: str, expected: str) -> tuple[Difference, ...]:
    """The fewest changes that make `typed` of `expected`, place by place, in order.

    Texts of one length are compared place by place where that takes no more changes, so that
    two neighbours exchanged are two differences and not one missing and one too many.
    """
    if len(typed) == len(expected):
        straight = tuple(
            Difference(at, was, at, wanted)
            for at, (was, wanted) in enumerate(zip(typed, expected, strict=True))
            if was != wanted
        )
        if len(straight) <= Levenshtein.distance(typed, expected):
            return straight
    return tuple(_differences(typed, expected))


def exchanged(differences: tuple[Difference, ...]) -> list[tuple[int, int]]:
    """Neighbouring places (from 0, in what was typed) whose characters changed places."""
    return [
        (one.at, other.at)
        for one, other in pairwise(differences)
        if other.at == one.at + 1
        and one.typed
        and other.typed
        and (one.typed, other.typed) == (other.expected, one.expected)
    ]


def _differences(typed: str, expected: str) -> list[Difference]:
    found = []
    for edit in Levenshtein.editops(typed, expected):
        at, wanted_at = edit.src_pos, edit.dest_pos
        was = "" if edit.tag == "insert" else typed[at]
        wanted = "" if edit.tag == "delete" else expected[wanted_at]
        found.append(Difference(at, was, wanted_at, wanted))
    return found
