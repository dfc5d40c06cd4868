"""What was typed beside what was read, character under character (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from templates_app.rules.comparing import align

HIDDEN = "•"
GAP = "_"
# Two texts that differ in more places are two texts, and of a number that the reader may not
# see more would give it away.
MOST_SHOWN = 4
# Longer texts are no names or numbers; a comparison of them helps nobody.
MAX_LENGTH = 120


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of one of the two texts that differs as a whole, or agrees as a whole."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """Two texts in parts that stand under each other; GAP where a character is missing.

    `positions`: where they differ, from 1, in what was typed; each once, however many
    characters are missing there.
    """

    typed: tuple[Part, ...]
    read: tuple[Part, ...]
    positions: tuple[int, ...]


def beside(
    typed: str, read: str, *, hidden: bool = False, folded: tuple[str, str] | None = None
) -> Beside | None:
    """The two texts compared; None where there is nothing to compare, or hardly anything agrees.

    `hidden`: `typed` is kept on file and masked elsewhere, so that of both only the characters
    that differ are shown. `folded`: the two texts, character by character, in the form in which
    they are compared, where that is another one than is shown.
    """
    keys = folded or (typed, read)
    if not typed or not read or keys[0] == keys[1] or max(len(typed), len(read)) > MAX_LENGTH:
        return None
    columns = _columns((typed, read), keys)
    differing = [column for column in columns if column.differs]
    if len(differing) > (MOST_SHOWN if hidden else max(MOST_SHOWN, len(columns) // 2)):
        return None
    return Beside(
        typed=_parts([(column.typed, column.differs) for column in columns], hidden=hidden),
        read=_parts([(column.read, column.differs) for column in columns], hidden=hidden),
        positions=tuple(dict.fromkeys(column.position for column in differing)),
    )


@dataclass(frozen=True, slots=True)
class _Column:
    position: int
    typed: str
    read: str
    differs: bool


def _columns(shown: tuple[str, str], keys: tuple[str, str]) -> list[_Column]:
    typed, read = shown
    columns: list[_Column] = []
    at = read_at = 0
    for one in align(*keys):
        while at < one.at:
            columns.append(_Column(at + 1, typed[at], read[read_at], False))
            at, read_at = at + 1, read_at + 1
        end, read_end = at + len(one.typed), read_at + len(one.expected)
        columns.append(_Column(at + 1, typed[at:end], read[read_at:read_end], True))
        at, read_at = end, read_end
    rest = enumerate(zip(typed[at:], read[read_at:], strict=True), start=at + 1)
    return columns + [_Column(position, was, wanted, False) for position, (was, wanted) in rest]


def _parts(characters: Sequence[tuple[str, bool]], *, hidden: bool) -> tuple[Part, ...]:
    shown = [
        (HIDDEN if hidden and not differs else character or GAP, differs)
        for character, differs in characters
    ]
    return tuple(
        Part("".join(character for character, _ in group), differs)
        for differs, group in groupby(shown, key=lambda one: one[1])
    )
