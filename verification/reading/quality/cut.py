"""Whether the document goes on beyond the frame."""

import numpy as np
from numpy.typing import NDArray

from verification.reading.lines import box_of
from verification.reading.model import Box, Flaw

from .outline import Outline
from .seen import Seen

_SIDES = ("left", "top", "right", "bottom")
# Shares of a side of the frame.
_TOUCHES = 0.12
_FILLS = 0.86
# Of the small picture's pixels, and of Lab.
_CORNER = 6
_SHARP = 14.0


def find_cut(seen: Seen) -> Flaw | None:
    """`image_incomplete`: text runs into the frame, or the paper meets it between two edges.

    A scan whose paper fills the frame on all sides is whole as long as no text is cut.
    """
    cut_text = _text_at_the_frame(seen)
    if cut_text:
        sure = seen.outline is not None and seen.outline.trusted
        return _incomplete(0.93 if sure else 0.7, float(len(cut_text)), cut_text)
    if seen.outline is None:
        return None
    touched = {side: _touching(seen.outline, side) for side in _SIDES}
    cut = [side for side, share in touched.items() if share >= _TOUCHES]
    if not cut or all(share >= _FILLS for share in touched.values()):
        return None
    boxes = tuple(_strip(side) for side in cut)
    free = [side for side, share in touched.items() if share < 0.02]
    runs_out = free and all(_ends_sharply(seen.outline, seen.lab, side) for side in cut)
    sure = seen.outline.trusted and (runs_out or any(_crossed(seen.outline, side) for side in cut))
    return _incomplete(0.92 if sure else 0.6, max(touched.values()), boxes)


def _incomplete(confidence: float, measure: float, boxes: tuple[Box, ...]) -> Flaw:
    return Flaw(
        code="image_incomplete",
        confidence=confidence,
        measure=round(measure, 3),
        limit=_TOUCHES,
        unit="side",
        boxes=boxes,
    )


def _text_at_the_frame(seen: Seen) -> tuple[Box, ...]:
    """Boxes of lines that the frame cuts: the detector leaves room around whole ones."""
    width, height = seen.size
    found = []
    for line in seen.lines:
        low, high = line.quad.min(axis=0), line.quad.max(axis=0)
        near = max(2.0, 0.06 * line.height)
        beyond = low.min() <= near or high[0] >= width - near or high[1] >= height - near
        if beyond and line.confidence > 0.6 and _on_document(seen, line.quad.mean(axis=0)):
            found.append(box_of(line.quad, width=width, height=height))
    return tuple(found)


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


def _ends_sharply(outline: Outline, colours: NDArray, side: str) -> bool:
    """Whether the colour changes at once where paper ends along a side: an edge runs out there.

    Paper that fades into a table as light as itself has no such end.
    """
    paper = np.flatnonzero(_row(outline.mask, side, 2))
    lab = _row(colours, side, 2)
    first, last = int(paper[0]), int(paper[-1])
    starts = first < _CORNER or _step(lab[: first + 8][::-1]) > _SHARP
    stops = last >= len(lab) - _CORNER or _step(lab[last - 7 :]) > _SHARP
    return starts and stops


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
