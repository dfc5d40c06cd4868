"""The colour of the paper, told by what stands around its text."""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from verification.reading.strips import size_of

_ENOUGH = 4
# Shade counts less than colour.
_SHADE = 0.7
Floats = NDArray[np.float32]


def telling(quads: Sequence[Floats]) -> Sequence[Floats]:
    """The lines that are the document's rather than keys of a keyboard under it: longer than
    high. All of them where hardly any is."""
    long = [quad for quad in quads if _is_long(quad)]
    return long if len(long) >= _ENOUGH else quads


def _is_long(quad: Floats) -> bool:
    width, height = size_of(quad)
    return width > 2 * height


def fitted_paper(lab: Floats, quads: Sequence[Floats]) -> Floats | None:
    """What bare paper would be at each pixel: light falls off evenly, so that a plane fits.

    None with fewer than two lines of text.
    """
    samples = [sample for quad in quads if (sample := _around(lab, quad)) is not None]
    if len(samples) < 2:
        return None
    places = np.array([place for place, _ in samples], np.float32)
    colours = np.array([colour for _, colour in samples], np.float32)
    kept = _usual(colours)
    places, colours = places[kept], colours[kept]
    middle = np.median(colours, axis=0)
    if len(places) < 6:
        return np.broadcast_to(middle, lab.shape).astype(np.float32)
    height, width = lab.shape[:2]
    size = np.array((width, height), np.float32)
    planes = _planes(np.asarray(places / size, np.float32), colours)
    across, down, level = planes
    xs = np.arange(width, dtype=np.float32)[None, :, None] / width
    ys = np.arange(height, dtype=np.float32)[:, None, None] / height
    fitted = (xs * across + level) + ys * down
    # Far from the text the plane would promise light that nothing speaks for.
    margin = np.array((8, 2, 2), np.float32)
    low, high = colours.min(axis=0) - margin, colours.max(axis=0) + margin
    return np.asarray(np.clip(fitted, low, high, out=fitted), np.float32)


def _around(lab: Floats, quad: Floats) -> tuple[Floats, Floats] | None:
    """Middle of a line, and the lightest third of what its box holds: paper between strokes."""
    (left, top), (right, bottom) = quad.min(axis=0).astype(int), quad.max(axis=0).astype(int)
    patch = lab[max(0, top) : bottom + 1, max(0, left) : right + 1].reshape(-1, 3)
    if len(patch) < 12:
        return None
    lightness = patch[:, 0]
    paper = patch[lightness >= np.percentile(lightness, 65)]
    return quad.mean(axis=0), np.median(paper, axis=0)


def _usual(colours: Floats) -> NDArray[np.bool_]:
    """Which samples are near the middle one: a line on a desk or in a seal is no paper."""
    away = np.abs(colours - np.median(colours, axis=0)) / (2.0, 1.0, 1.0)
    return np.asarray(away.max(axis=1) <= 12)


def _planes(places: Floats, colours: Floats) -> Floats:
    rows = np.column_stack([places, np.ones(len(places))])
    # A weak pull towards even light keeps few lines in a row from tilting the plane.
    pull = np.diag([0.15, 0.15, 0.0]) * len(places) * 0.1
    return np.asarray(np.linalg.solve(rows.T @ rows + pull, rows.T @ colours), np.float32)


def distance(lab: Floats, paper: Floats) -> Floats:
    """How far each pixel is from paper."""
    lightness, green, blue = cv2.split(cv2.subtract(lab, paper))
    apart = cv2.magnitude(cv2.magnitude(green, blue), _SHADE * lightness)
    return np.asarray(cv2.GaussianBlur(apart, (0, 0), 1.0), np.float32)
