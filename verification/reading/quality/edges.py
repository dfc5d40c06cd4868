"""A document's own edge, seen as a straight step of colour beside its text."""

import cv2
import numpy as np

from verification.reading.lines import Line, text_angle

from .paper import Floats
from .seen import Seen

# Of the text's size: how far beyond it the edge of a card lies at most.
_MARGIN = 0.3
# The strip beside the text is looked at in parts: an edge goes through nearly all of them, and
# through each where a line does that leans by perspective at most so far.
_PARTS, _ENOUGH = 8, 7
_NEAR = 1.6  # pixels
# Steps of colour, in Lab, over a few pixels.
_STEP = 3.0
_REACH = 3
# Sides of the text as (along the slope, across it).
_OUTWARD = {"left": (-1, 0), "right": (1, 0), "top": (0, -1), "bottom": (0, 1)}


def edge_in_sight(seen: Seen, side: str) -> bool:
    """Whether a straight edge, about as level as the text, lies between it and a side of the
    frame: what goes on beyond is then another thing. For cards and booklets: papers have a
    printed frame, which is no edge of theirs."""
    strip = _strip(seen, side)
    if strip is None:
        return False
    return _runs_through([_steps(part) for part in np.array_split(strip, _PARTS, axis=1)])


def _strip(seen: Seen, side: str) -> Floats | None:
    """Colours beside the text, from it outwards by rows, NaN beyond the frame; None where there
    is too little to be looked at."""
    along, across = _axes(seen.lines)
    points = np.concatenate([line.quad for line in seen.lines]) * np.float32(seen.scale)
    places = np.column_stack([points @ along, points @ across])
    low, high = places.min(axis=0), places.max(axis=0)
    room = int(_MARGIN * float(np.sqrt(np.prod(high - low))))
    outward = np.array(_OUTWARD[side])
    upright = bool(outward[0])  # the side runs across the text's slope
    own, other = (0, 1) if upright else (1, 0)
    start = (high if outward.sum() > 0 else low)[own]
    length = int(high[other] - low[other])
    if room < 3 * _REACH or length < 8 * _PARTS:
        return None
    rows = start + outward[own] * np.arange(room)
    columns = np.linspace(low[other], high[other], length)
    grid = np.meshgrid(columns, rows)
    first, second = (grid[1], grid[0]) if upright else (grid[0], grid[1])
    xs = (first * along[0] + second * across[0]).astype(np.float32)
    ys = (first * along[1] + second * across[1]).astype(np.float32)
    strip = cv2.remap(seen.lab, xs, ys, cv2.INTER_LINEAR)
    height, width = seen.lab.shape[:2]
    strip[(xs < 0) | (ys < 0) | (xs > width - 1) | (ys > height - 1)] = np.nan
    return np.asarray(strip)


def _axes(lines: tuple[Line, ...]) -> tuple[Floats, Floats]:
    slope = np.radians(text_angle(lines))
    along = np.array([np.cos(slope), np.sin(slope)], np.float32)
    return along, np.array([-along[1], along[0]], np.float32)


def _steps(part: Floats) -> list[int]:
    """The rows at which the colour of a part changes most; none beyond the frame."""
    rows = part.mean(axis=1)
    inside = ~np.isnan(rows[:, 0])
    size = np.zeros(len(rows))
    for at in range(1, len(rows) - 1):
        before, after = rows[max(0, at - _REACH) : at], rows[at + 1 : at + 1 + _REACH]
        if inside[max(0, at - _REACH) : at + _REACH + 1].all():
            size[at] = np.linalg.norm(before.mean(axis=0) - after.mean(axis=0))
    around = [size[max(0, at - _REACH) : at + _REACH + 1].max() for at in range(len(size))]
    return [at for at in range(len(size)) if size[at] >= _STEP and size[at] == around[at]]


def _runs_through(parts: list[list[int]]) -> bool:
    """Whether one straight line meets a step in nearly every part."""
    ends = [(first, last) for first in parts[0] for last in parts[-1]]
    return any(_met(parts, first, last) >= _ENOUGH for first, last in ends)


def _met(parts: list[list[int]], first: int, last: int) -> int:
    line = np.linspace(first, last, len(parts))
    near = zip(line, parts, strict=True)
    return sum(any(abs(at - expected) <= _NEAR for at in steps) for expected, steps in near)
