"""What is drawn over a document in a colour of its own, taken apart by that colour."""

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from .paper import Floats

Mask = NDArray[np.uint8]
COLOURED = 10.0  # Lab units from paper, lightness aside
# Translucent grey over paper, in lightness: print is darker where it isn't an edge.
_SHADES = (8.0, 60.0)
_FLAT = 8.0
_NEAR_SHADE = 10.0
_ONE_HUE = 25.0  # degrees to either side
_BINS = 24
_MOST = 2  # hues, and shades
_FEW = 0.004  # of the document's area: less is no layer
_FEW_CORES = 0.0012  # the same of what is flat in a grey one
_FILLED = 0.035  # of the side of a square as large as the document: no stroke is that thick
_DISC = np.ones((5, 5), np.uint8)


def layers_of(apart: Floats, inside: Mask) -> Iterator[Floats]:
    """For each usual colour how much of it each pixel has, 0 where none: hues first, then grey.

    `apart` is how far the picture is from paper in lightness, a and b. Filled things, such as
    portraits and emblems, are left out.
    """
    a, b = apart[..., 1], apart[..., 2]
    coloured = a * a + b * b > COLOURED**2
    yield from _hues(a, b, _strokes(coloured & (inside > 0), inside), inside)
    yield from _greys(apart[..., 0], (inside > 0) & ~coloured, inside)


def _hues(a: Floats, b: Floats, strokes: Mask, inside: Mask) -> Iterator[Floats]:
    ys, xs = np.nonzero(strokes)
    a, b = a[ys, xs], b[ys, xs]
    hues = np.asarray(np.degrees(np.arctan2(b, a)) % 360, np.float32)
    for hue in _usual(hues, 360.0, _FEW * inside.sum())[:_MOST]:
        kept = np.abs((hues - hue + 180) % 360 - 180) < _ONE_HUE
        way = np.radians(hue)
        layer = np.zeros(inside.shape, np.float32)
        layer[ys[kept], xs[kept]] = a[kept] * np.cos(way) + b[kept] * np.sin(way)
        yield layer


def _greys(lightness: Floats, grey: NDArray[np.bool_], inside: Mask) -> Iterator[Floats]:
    """The usual shades of what has one: the edges of print pass through all of them."""
    size = _thickest(inside)
    # Against what is light around it: shadows and filled things have no strokes.
    square = np.ones((size, size), np.uint8)
    shade = np.asarray(cv2.morphologyEx(lightness, cv2.MORPH_BLACKHAT, square), np.float32)
    steps = cv2.morphologyEx(lightness, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    within = (shade > _SHADES[0]) & (shade < _SHADES[1])
    flat = grey & within & (steps < _FLAT)
    near_flat = cv2.dilate(flat.astype(np.uint8), _DISC) > 0
    for usual in _usual(shade[flat], 120.0, _FEW_CORES * inside.sum())[:_MOST]:
        near = (np.abs(shade - usual) < _NEAR_SHADE) & near_flat
        yield np.where(near, shade, 0).astype(np.float32)


def _strokes(mask: NDArray[np.bool_], inside: Mask) -> Mask:
    """The mask without what is filled."""
    strokes = mask.astype(np.uint8)
    size = _thickest(inside)
    filled = cv2.morphologyEx(strokes, cv2.MORPH_OPEN, np.ones((size, size), np.uint8))
    strokes[cv2.dilate(filled, _DISC) > 0] = 0
    return strokes


def _thickest(inside: Mask) -> int:
    return max(5, round(_FILLED * float(np.sqrt(inside.sum()))))


def _usual(values: Floats, end: float, few: float) -> list[float]:
    """The values about which most lie, the most usual first; they run in a circle up to `end`."""
    counts = np.histogram(values, _BINS, (0, end))[0].astype(np.float64)
    found: list[float] = []
    while True:
        near = counts + np.roll(counts, 1) + np.roll(counts, -1)
        peak = int(near.argmax())
        if near[peak] <= few:
            return found
        found.append((peak + 0.5) * end / _BINS)
        counts[[peak - 1, peak, (peak + 1) % _BINS]] = 0
