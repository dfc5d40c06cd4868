"""A large stamp of text laid aslant over the document, such as 仅供注册域名使用.

The detector finds fragments of it at best, since the document's rows run through it: so each layer
of colour is laid level by itself, for its rows to be read.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from verification.reading.decoding import Pixels
from verification.reading.lines import text_angle

from .layers import COLOURED, Mask, layers_of
from .paper import Floats
from .seen import Seen

# Degrees away from the slope of the document's own text.
_FROM, _TO = 8.0, 82.0
# How many times more than at a usual angle strokes gather in rows at that of their text: 2.3 and
# more for stamps, hardly ever 2 for anything else.
_GATHERED = 2.0
# Of the side of a square as large as the document.
_LONG, _LONGER_THAN_STROKES = 0.2, 0.2
_LOWEST = 10  # pixels of the small picture
_MOST_ROWS = 3


@dataclass(frozen=True, slots=True, eq=False)
class Stamp:
    """`rows`: what may be its lines, level, dark on white. `quad` in pixels of the full picture."""

    rows: list[Pixels]
    quad: Floats


def stamps_of(seen: Seen) -> Iterator[Stamp]:
    """What may be one, coloured ones first. Whether it is, its text has to tell."""
    if seen.paper is None or not seen.lines:
        return
    inside = _document(seen)
    left, top, width, height = cv2.boundingRect(inside)
    part = np.s_[top : top + height, left : left + width]
    inside = inside[part]
    side = float(np.sqrt(inside.sum()))
    slope = text_angle(seen.lines)
    for layer in layers_of(seen.lab[part] - seen.paper[part], inside):
        angle = _text_angle(layer, slope)
        stamp = _laid_level(layer, angle, side) if angle is not None else None
        if stamp is not None:
            quad = (stamp.quad + np.array((left, top), np.float32)) / np.float32(seen.scale)
            yield Stamp(stamp.rows, quad)


def _document(seen: Seen) -> Mask:
    """The document, or what its lines span where its edges aren't sure."""
    inside = np.zeros(seen.lab.shape[:2], np.uint8)
    if seen.outline is not None and seen.outline.trusted:
        corners = np.asarray(seen.outline.quad * seen.scale, np.int32)
    else:
        corners = np.asarray(cv2.convexHull(np.concatenate(seen.quads)), np.int32)
    cv2.fillConvexPoly(inside, corners, 1)
    return inside


def _text_angle(layer: Floats, slope: float) -> float | None:
    """The angle away from `slope` at which strokes gather in rows; None where they don't."""
    points = np.argwhere(layer > 0)[:, ::-1].astype(np.float32)
    if not len(points):
        return None
    away = np.arange(_FROM, _TO, 2.0)
    angles = slope + np.stack([-away, away])
    found = _gathered(points[:: 1 + len(points) // 1000], angles.ravel()).reshape(angles.shape)
    # What only grows towards the text's slope, or across it, is the document's own rows.
    inner = found[:, 1:-1]
    peaks = np.where((inner > found[:, :-2]) & (inner > found[:, 2:]), inner, 0)
    if peaks.max() < _GATHERED * np.median(found):
        return None
    closer = angles[:, 1:-1].flat[int(peaks.argmax())] + np.arange(-2.0, 2.1, 0.5)
    return float(closer[_gathered(points[:: 1 + len(points) // 4000], closer).argmax()])


def _gathered(points: Floats, angles: NDArray[np.float64]) -> NDArray[np.float64]:
    """How unevenly points spread over rows that lean by each angle."""
    ways = np.radians(angles)
    across = points @ np.array((-np.sin(ways), np.cos(ways)), np.float32)
    rows = ((across - across.min(axis=0)) / 2).astype(np.int64)
    most = int(rows.max()) + 1
    places = (rows + np.arange(len(angles)) * most).ravel()
    counts = np.bincount(places, minlength=most * len(angles)).reshape(len(angles), most)
    return np.asarray((counts.astype(np.float64) ** 2).sum(axis=1))


def _laid_level(layer: Floats, angle: float, side: float) -> Stamp | None:
    """The long rows of a layer whose text leans by `angle`; `quad` in pixels of the layer."""
    matrix, size = _turning(layer, angle)
    level = np.asarray(cv2.warpAffine(layer, matrix, size), np.float32)
    strokes = (level > COLOURED * 0.7).astype(np.uint8)
    frame = _frame(strokes, round(side * _LONGER_THAN_STROKES))
    level[frame > 0] = strokes[frame > 0] = 0
    if not strokes.any():
        return None
    places = [place for place in _rows(strokes) if place[2] - place[0] > _LONG * side]
    places = sorted(places, key=lambda place: place[0] - place[2])[:_MOST_ROWS]
    if not places:
        return None
    full = np.percentile(level[strokes > 0], 80)
    shown = (255 - np.clip(level / full * 220, 0, 220)).astype(np.uint8)
    rows = [shown[top:bottom, left:right] for left, top, right, bottom in places]
    low, high = np.array(places)[:, :2].min(axis=0), np.array(places)[:, 2:].max(axis=0)
    corners = np.array([low, (high[0], low[1]), high, (low[0], high[1])], np.float32)
    back = np.asarray(cv2.invertAffineTransform(matrix), np.float32)
    quad = np.asarray(corners @ back[:, :2].T + back[:, 2], np.float32)
    return Stamp([np.repeat(row[..., None], 3, axis=2) for row in rows], quad)


def _turning(layer: Floats, angle: float) -> tuple[Floats, tuple[int, int]]:
    """2 x 3 matrix that lays the layer level, and the size in which all of it has room."""
    height, width = layer.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    cosine, sine = abs(matrix[0, 0]), abs(matrix[0, 1])
    size = (round(width * cosine + height * sine), round(width * sine + height * cosine))
    matrix[:, 2] += (size[0] - width) / 2, (size[1] - height) / 2
    return np.asarray(matrix, np.float32), size


def _frame(strokes: Mask, length: int) -> Mask:
    """Straight lines longer than a character's, which would tie its rows together."""
    joined = cv2.morphologyEx(strokes, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    across = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    down = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((length, 1), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(joined)
    wide, tall = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]
    narrow = (wide < 0.2 * tall) & (tall > length / 2)
    lines = ((across > 0) | (down > 0) | narrow[labels]).astype(np.uint8)
    return np.asarray(cv2.dilate(lines, np.ones((5, 5), np.uint8)), np.uint8)


def _rows(strokes: Mask) -> Iterator[tuple[int, int, int, int]]:
    """Left, top, right and bottom of what stands in rows, with a little room."""
    strokes = np.asarray(cv2.morphologyEx(strokes, cv2.MORPH_OPEN, np.ones((2, 2))), np.uint8)
    for top, bottom in _runs(np.flatnonzero(strokes.sum(axis=1) > 3), 2):
        tall = bottom - top
        if tall < _LOWEST:
            continue
        for left, right in _runs(np.flatnonzero(strokes[top:bottom].any(axis=0)), 1.5 * tall):
            if right - left > 2.5 * tall:
                yield max(0, left - 4), max(0, top - 3), right + 4, bottom + 3


def _runs(filled: NDArray[np.intp], gap: float) -> Iterator[tuple[int, int]]:
    """Beginning and end of each run of places; shorter gaps don't end one."""
    if not len(filled):
        return
    ends = np.flatnonzero(np.diff(filled) > gap + 1)
    starts, stops = filled[np.append(0, ends + 1)], filled[np.append(ends, -1)] + 1
    yield from zip(starts.tolist(), stops.tolist(), strict=True)
