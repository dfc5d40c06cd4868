"""Tables for people: columns as wide as they need, the widest cut where the terminal ends."""

from collections.abc import Sequence
from dataclasses import dataclass

from .colours import paint
from .width import clean, clip, pad, width

_GAP = "  "
_NARROWEST = 6


@dataclass(frozen=True, slots=True)
class Cell:
    """A text and the state whose colour it has."""

    text: str
    state: str = ""


def render(
    titles: Sequence[str], rows: Sequence[Sequence[Cell]], *, room: int | None, colour: bool
) -> list[str]:
    """The lines of a table; without `room` nothing is cut."""
    cells = [[Cell(clean(cell.text), cell.state) for cell in row] for row in rows]
    head = [Cell(title, "bold") for title in titles]
    widths = _fitted(
        [max(width(cell.text) for cell in column) for column in zip(head, *cells, strict=True)],
        room,
    )
    return [_line(row, widths, colour=colour) for row in (head, *cells)]


def _fitted(widths: list[int], room: int | None) -> list[int]:
    """The widest gives way first, until all fit or none can be narrower."""
    fitted = list(widths)
    if room is None:
        return fitted
    over = sum(fitted) + len(_GAP) * (len(fitted) - 1) - room
    while over > 0 and max(fitted) > _NARROWEST:
        fitted[fitted.index(max(fitted))] -= 1
        over -= 1
    return fitted


def _line(row: Sequence[Cell], widths: Sequence[int], *, colour: bool) -> str:
    texts = []
    for cell, columns in zip(row, widths, strict=True):
        text = clip(cell.text, columns)
        # Painted after it is measured: colours take no room.
        shown = paint(text, cell.state) if colour else text
        texts.append(shown + pad("", columns - width(text)))
    return _GAP.join(texts).rstrip()
