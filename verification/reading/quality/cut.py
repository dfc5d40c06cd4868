"""Whether the document goes on beyond the frame."""

import cv2
import numpy as np
from numpy.typing import NDArray

from verification.reading.fields.labels import CARD, ORGANISATION, TRAVEL
from verification.reading.lines import Line, box_of
from verification.reading.model import Box, Field, Flaw, Side

from .edges import edge_in_sight
from .outline import Outline
from .seen import Seen

# Papers have a printed frame, which is no edge of theirs.
_CARDS = frozenset({"SFZ", "HZ", "GAJMTX", "TWJMTX", "GAJZZ", "TWJZZ", "WJLSFZ"})
_LABELS = (*CARD, *ORGANISATION, *TRAVEL)
_SIDES = ("left", "top", "right", "bottom")
# Shares of a side of the frame.
_TOUCHES = 0.12
_FILLS = 0.86
_FREE = 0.02
# Of the text's size: no document has wider margins, measured to its corners.
_MARGIN = 0.2
# Of the small picture's pixels, and of Lab.
_CORNER = 6
_UNBROKEN = 0.9
_SHARP = 14.0


def find_cut(seen: Seen) -> Flaw | None:
    """`image_incomplete`: text runs into the frame, or the paper meets it between two edges.

    A scan whose paper fills the frame on all sides is whole as long as no text is cut.
    """
    if seen.outline is None:
        return None
    touched = {side: _touching(seen.outline, side) for side in _SIDES}
    lines = _at_the_frame(seen)
    if lines:
        # With edges in sight the paper is the document's; else it may be a notebook under it.
        edges = sum(share < _FREE for share in touched.values())
        own = edges >= 2 or any(_is_of_documents(line.text) for line in lines)
        width, height = seen.size
        boxes = tuple(box_of(line.quad, width=width, height=height) for line in lines)
        return _incomplete(0.93 if own and seen.outline.trusted else 0.7, len(lines), boxes)
    cut = [side for side, share in touched.items() if share >= _TOUCHES]
    cut = [side for side in cut if not _far_from_text(seen, side) and not _ends(seen, side)]
    if not cut or all(share >= _FILLS for share in touched.values()):
        return None
    boxes = tuple(_strip(side) for side in cut)
    sure = seen.outline.trusted and _goes_on(seen.outline, seen.lab, touched, cut)
    return _incomplete(0.92 if sure else 0.6, max(touched.values()), boxes)


def _goes_on(outline: Outline, lab: NDArray, touched: dict[str, float], cut: list[str]) -> bool:
    """Whether the paper itself runs out of the frame, and not a table as light as it."""
    free = sum(share < _FREE for share in touched.values())
    ends = [_sharp_ends(outline, lab, side) for side in cut]
    if free and all(count == 2 for count in ends):
        return True
    if free == 3 and ends[0] and touched[cut[0]] >= 0.5:
        return True
    return any(_crossed(outline, side) for side in cut)


def _ends(seen: Seen, side: str) -> bool:
    """Whether the edge of a card is in sight between its text and a side of the frame."""
    return seen.document.type in _CARDS and edge_in_sight(seen, side)


def _far_from_text(seen: Seen, side: str) -> bool:
    """Whether more room than any margin lies between the document's text and a side of the
    frame, so that what meets the frame there is a table as light as the paper.

    Known where name and number are read: what holds them is printed from end to end.
    """
    values = seen.document.values
    named = Field.NAME in values or Field.NAME_LATIN in values
    if not named or Field.NUMBER not in values or seen.document.side is Side.BACK:
        return False
    points = np.concatenate([line.quad for line in seen.lines])
    margin = _MARGIN * float(np.sqrt(np.prod(cv2.minAreaRect(points)[1])))
    width, height = seen.size
    low, high = points.min(axis=0), points.max(axis=0)
    room = {
        "left": low[0],
        "top": low[1],
        "right": width - high[0],
        "bottom": height - high[1],
    }
    return bool(room[side] > margin)


def _incomplete(confidence: float, measure: float, boxes: tuple[Box, ...]) -> Flaw:
    return Flaw(
        code="image_incomplete",
        confidence=confidence,
        measure=round(measure, 3),
        limit=_TOUCHES,
        unit="side",
        boxes=boxes,
    )


def _at_the_frame(seen: Seen) -> list[Line]:
    """Lines that the frame cuts: the detector leaves room around whole ones."""
    width, height = seen.size
    found = []
    for line in seen.lines:
        low, high = line.quad.min(axis=0), line.quad.max(axis=0)
        near = max(2.0, 0.06 * line.height)
        beyond = low.min() <= near or high[0] >= width - near or high[1] >= height - near
        if beyond and line.confidence > 0.6 and _on_document(seen, line.quad.mean(axis=0)):
            found.append(line)
    return found


def _is_of_documents(text: str) -> bool:
    """Whether it looks like a piece of a label or of a number, as no notes under a card do."""
    text = "".join(text.split())
    signs = sum(char.isascii() and char.isalnum() for char in text)
    if len(text) >= 4 and signs > 0.8 * len(text) and any(char.isdigit() for char in text):
        return True
    pieces = (word for word in _LABELS if word.startswith(text) or word.endswith(text))
    return len(text) >= 2 and any(len(text) < len(word) for word in pieces)


def _on_document(seen: Seen, place: NDArray[np.float32]) -> bool:
    if seen.outline is None:
        return False
    mask = seen.outline.mask
    x, y = (place * seen.scale).astype(int)
    return bool(mask[min(mask.shape[0] - 1, y), min(mask.shape[1] - 1, x)])


def _row(values: NDArray, side: str, inset: int) -> NDArray:
    """The pixels along one side of the frame, `inset` from it."""
    return {
        "left": values[:, inset],
        "right": values[:, -1 - inset],
        "top": values[inset],
        "bottom": values[-1 - inset],
    }[side]


def _touching(outline: Outline, side: str) -> float:
    return float(_row(outline.mask, side, 2).mean())


def _sharp_ends(outline: Outline, colours: NDArray, side: str) -> int:
    """At how many of its two ends along a side the colour changes at once: an edge runs out there.

    Paper that fades into a table as light as itself has no such end.
    """
    paper = np.flatnonzero(_row(outline.mask, side, 2))
    if len(paper) < _UNBROKEN * (paper[-1] - paper[0] + 1):  # squares of a tablecloth
        return 0
    lab = _row(colours, side, 2)
    first, last = int(paper[0]), int(paper[-1])
    starts = first < _CORNER or _step(lab[: first + 8][::-1]) > _SHARP
    stops = last >= len(lab) - _CORNER or _step(lab[last - 7 :]) > _SHARP
    return int(starts) + int(stops)


def _step(lab: NDArray) -> float:
    """How far the colour goes, within a few pixels, from that of the first ones: paper."""
    return float(np.linalg.norm(lab[6:18] - np.median(lab[:5], axis=0), axis=1).max())


def _crossed(outline: Outline, side: str) -> bool:
    """Whether a side of the frame has paper at both its ends, and something else between."""
    along = _row(outline.mask, side, 2)
    ends = int(0.05 * len(along))
    return bool(along[:ends].all() and along[-ends:].all() and along.mean() < 0.92)


def _strip(side: str) -> Box:
    return {
        "left": Box(0, 0, 0.04, 1),
        "top": Box(0, 0, 1, 0.04),
        "right": Box(0.96, 0, 1, 1),
        "bottom": Box(0, 0.96, 1, 1),
    }[side]
