"""Something over the text: fingers, paper, paint, glare.

What covers is smooth, isn't the colour of the paper, and text stops at it. Portraits, emblems,
codes and seals keep their distance from the text or have it on them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from verification.reading.lines import Line, box_of
from verification.reading.model import Box, Flaw

from .obstruction_text import missing_values
from .paper import Floats, telling
from .seen import Seen

Mask = NDArray[np.uint8]
_UNLIKE_PAPER = 13.0
_SMOOTH = 5.0
# Of the document's area; smaller things count where a value is missing.
_SMALLEST = 0.004
_TINY = 0.002
_LARGE = 0.02
_OVER = 0.3  # of a value's place
_MOST_BLOBS = 8
_SEVERAL = 2  # lines
# Near-white on all channels, on paper that is not.
_BURNT_OUT = 250


@dataclass(frozen=True, slots=True, eq=False)
class _Blob:
    mask: Mask
    share: float
    stops: int
    enters: bool


def find_obstruction(seen: Seen) -> Flaw | None:
    """`image_obstructed`, with the covered places.

    Sure where a key value's place is bare, where one is missing and something lies on the paper,
    or where something large stops several lines.
    """
    if not seen.lines:
        return None
    missing = missing_values(seen)
    blobs = _blobs_of(seen)
    stopping = [blob for blob in blobs if blob.stops and blob.share >= _SMALLEST]
    if not missing and sum(blob.stops for blob in stopping) < _SEVERAL:
        return None  # a shadow's edge: what the authority compares is there
    places = [value.box for value in missing if value.box is not None]
    bare = [value for value in missing if value.bare]
    hiding = [blob for blob in blobs if missing and _hides(seen, blob, places)]
    ends = any(value.ends for value in missing)
    if not (bare or hiding or stopping or ends):
        return None
    shown = hiding or stopping
    share = max((blob.share for blob in shown), default=0.0)
    stops = sum(blob.stops for blob in stopping)
    sure = bool(bare or hiding) or (stops >= _SEVERAL and share >= _LARGE)
    return Flaw(
        code="image_obstructed",
        confidence=0.93 if bare else 0.92 if sure else 0.7,
        measure=round(share, 3),
        limit=_SMALLEST,
        unit="area",
        boxes=(*[value.box for value in bare if value.box], *[_box(seen, x) for x in shown]),
        fields=tuple(value.field for value in missing),
    )


def _blobs_of(seen: Seen) -> list[_Blob]:
    """Smooth things on the document; none where its own place isn't sure."""
    if seen.outline is None or not seen.outline.trusted:
        return []
    if seen.paper is None or seen.away is None:
        return []
    tall = float(np.median([np.ptp(quad[:, 1]) for quad in telling(seen.quads)]))
    inside = _hull(seen.outline.mask)
    covered = (_unlike(seen, seen.away) | _glare(seen, seen.paper)) & inside
    return _blobs(seen, covered, inside, tall)


def _hides(seen: Seen, blob: _Blob, places: Sequence[Box]) -> bool:
    """Whether a blob may be what a missing value is under."""
    return blob.stops > 0 or blob.enters or any(_over(blob.mask, place) for place in places)


def _over(mask: Mask, place: Box) -> bool:
    height, width = mask.shape
    left, right = int(place.left * width), int(place.right * width) + 1
    top, bottom = int(place.top * height), int(place.bottom * height) + 1
    return float(mask[top:bottom, left:right].mean()) > _OVER


def _blobs(seen: Seen, covered: Mask, inside: Mask, tall: float) -> list[_Blob]:
    size = max(3, round(tall * 0.7))
    covered = np.asarray(cv2.morphologyEx(covered, cv2.MORPH_OPEN, _round(size)), np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(covered)
    area = max(1, int(inside.sum()))
    largest = sorted(range(1, count), key=lambda label: -int(stats[label, cv2.CC_STAT_AREA]))
    blobs = []
    for label in largest[:_MOST_BLOBS]:
        left, top, width, height, size = (int(value) for value in stats[label])
        if size / area >= _TINY:
            mask = (labels == label).astype(np.uint8)
            around = (left, top, left + width, top + height)
            stops = _stops(seen, mask, around)
            blobs.append(_Blob(mask, size / area, stops, _enters(mask, inside, tall)))
    return blobs


def _enters(mask: Mask, inside: Mask, tall: float) -> bool:
    """Whether it comes from outside the document, as fingers do, and reaches in."""
    depth = cv2.distanceTransform(
        cv2.copyMakeBorder(inside, 1, 1, 1, 1, cv2.BORDER_CONSTANT), cv2.DIST_L2, 3
    )
    reached = depth[1:-1, 1:-1][mask > 0]
    return bool(reached.min() < 4 and reached.max() > 2 * tall)


def _unlike(seen: Seen, away: Floats) -> Mask:
    lightness = seen.lab[..., 0]
    mean = cv2.blur(lightness, (7, 7))
    rough = np.sqrt(np.maximum(cv2.blur(lightness**2, (7, 7)) - mean**2, 0))
    unlike = (away > _UNLIKE_PAPER) & (rough < _SMOOTH)
    return np.asarray(unlike, np.uint8)


def _glare(seen: Seen, paper: Floats) -> Mask:
    burnt = seen.small.min(axis=2) >= _BURNT_OUT
    return (burnt & (paper[..., 0] < 93)).astype(np.uint8)


def _stops(seen: Seen, mask: Mask, around: tuple[int, int, int, int]) -> int:
    """How many lines of text end at the blob, or are crossed by it."""
    # A face is sometimes taken for one huge character.
    texts = [line for line in seen.lines if len(line.text) > 1 and line.width > line.height]
    near = [line for line in texts if _reaches(line, around, seen.scale)]
    hull = _hull(mask)
    return sum(_stops_at(line, mask, hull, seen.scale) for line in near)


def _reaches(line: Line, around: tuple[int, int, int, int], scale: float) -> bool:
    room = line.height * scale
    low, high = line.quad.min(axis=0) * scale - room, line.quad.max(axis=0) * scale + room
    left, top, right, bottom = around
    return bool(low[0] < right and high[0] > left and low[1] < bottom and high[1] > top)


def _stops_at(line: Line, mask: Mask, hull: Mask, scale: float) -> bool:
    quad = line.quad * scale
    if _share(hull, quad) > 0.8:  # text on a band of another colour is printed there
        return False
    tall = line.height * scale
    along = (quad[1] - quad[0]) / max(1.0, float(np.hypot(*(quad[1] - quad[0]))))
    step = along * tall
    left = _share(mask, np.array([quad[0] - step, quad[0], quad[3], quad[3] - step]))
    right = _share(mask, np.array([quad[1], quad[1] + step, quad[2] + step, quad[2]]))
    return max(left, right) > 0.45 or 0.12 < _share(mask, quad) < 0.8


def _share(mask: Mask, quad: NDArray) -> float:
    """How much of a quadrilateral the mask covers."""
    left, top = np.maximum(quad.min(axis=0).astype(int), 0)
    right, bottom = quad.max(axis=0).astype(int) + 1
    part = mask[top:bottom, left:right]
    if not part.size:
        return 0.0
    area = np.zeros_like(part)
    cv2.fillConvexPoly(area, (quad - (left, top)).astype(np.int32), 1)
    return float((part & area).sum()) / max(1, int(area.sum()))


def _hull(mask: Mask) -> Mask:
    around, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    filled = np.zeros_like(mask)
    if around:
        cv2.fillConvexPoly(filled, cv2.convexHull(np.concatenate(around)), 1)
    return filled


def _round(size: int) -> Mask:
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size)), np.uint8)


def _box(seen: Seen, blob: _Blob) -> Box:
    ys, xs = np.nonzero(blob.mask)
    points = np.column_stack([xs, ys]).astype(np.float32) / np.float32(seen.scale)
    width, height = seen.size
    return box_of(points, width=width, height=height)
