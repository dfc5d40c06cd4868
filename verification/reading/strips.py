"""Cutting lines of text out of a picture, straightened and as large as the recogniser wants."""

import math

import cv2
import numpy as np

from .decoding import Pixels
from .engine import Quads

# Height in pixels from which the recogniser gains nothing (it scales to 48).
_TALL_ENOUGH = 64


def levels(pixels: Pixels) -> list[Pixels]:
    """The picture at full size, half, a quarter …: sampling from the right one loses no edge."""
    found = [pixels]
    while min(found[-1].shape[:2]) > 400 and len(found) < 4:
        height, width = found[-1].shape[:2]
        half = cv2.resize(found[-1], (width // 2, height // 2), interpolation=cv2.INTER_AREA)
        found.append(np.asarray(half, np.uint8))
    return found


def cut(pyramid: list[Pixels], quad: Quads) -> Pixels:
    """The line in `quad` (pixels of the first level), lying."""
    width, height = size_of(quad)
    level = int(max(0, math.floor(math.log2(max(1.0, height / _TALL_ENOUGH)))))
    level = min(level, len(pyramid) - 1)
    scale = 1 / 2**level
    across, down = max(4, round(width * scale)), max(4, round(height * scale))
    target = np.array([(0, 0), (across, 0), (across, down), (0, down)], np.float32)
    transform = cv2.getPerspectiveTransform((quad * scale).astype(np.float32), target)
    strip = cv2.warpPerspective(
        pyramid[level],
        transform,
        (across, down),
        borderMode=cv2.BORDER_REPLICATE,
        flags=cv2.INTER_CUBIC,
    )
    return np.asarray(strip, np.uint8)


def size_of(quad: Quads) -> tuple[float, float]:
    """Width and height of a quadrilateral, along its text and across."""
    top_left, top_right, bottom_right, bottom_left = quad
    width = max(np.hypot(*(top_right - top_left)), np.hypot(*(bottom_right - bottom_left)))
    height = max(np.hypot(*(bottom_left - top_left)), np.hypot(*(bottom_right - top_right)))
    return float(width), float(height)


def from_top_left(quads: Quads) -> Quads:
    """The same corners, each beginning where its most level edge leads to the right.

    Sorting corners by their coordinates fails for a narrow box that leans.
    """
    return np.array([_begun_level(quad) for quad in quads], np.float32).reshape(-1, 4, 2)


def _begun_level(quad: Quads) -> Quads:
    starts = [np.roll(quad, shift, axis=0) for shift in range(4)]
    return np.asarray(min(starts, key=lambda start: abs(angle_of(start))), np.float32)


def angle_of(quad: Quads) -> float:
    """Degrees by which its text falls to the right; -180 to 180."""
    x, y = (quad[1] + quad[2] - quad[0] - quad[3]) / 2
    return math.degrees(math.atan2(float(y), float(x)))
