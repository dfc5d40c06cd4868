"""Sharpness where it counts: at the text, and in proportion to it."""

import cv2
import numpy as np

from verification.reading.decoding import Pixels
from verification.reading.engine import Quads
from verification.reading.lines import box_of
from verification.reading.model import Flaw
from verification.reading.strips import cut, size_of

from .seen import Seen

# Width of an edge as a share of the line's height: a stroke takes about a tenth.
_SOFT = 0.085
_BLURRED = 0.095
# A single line so soft, and not made out, among sharp ones: something is wrong with that place.
_ONE_LINE = 0.13
_MADE_OUT = 0.9
# Of the small picture, where no text is found: pixels that its sharpest edges take.
_WIDEST_EDGE = 4.5
_MEASURED_LINES = 10
_MEASURED_LENGTH = 8  # times the line's height: more text isn't sharper


def find_blur(seen: Seen) -> Flaw | None:
    """`image_blurry`, out of focus or moved: edges as wide as the strokes they bound."""
    quads = _longest(seen.page.quads)
    if len(quads) < 2:
        return _blur_without_text(seen)
    shares = [edge_share(seen, quad) for quad in quads]
    share = float(np.median(shares))
    made_out = {line.quad.tobytes() for line in seen.lines if line.confidence >= _MADE_OUT}
    worst = [
        quad
        for quad, one in zip(quads, shares, strict=True)
        if (one >= _SOFT and share >= _SOFT)
        or (one >= _ONE_LINE and quad.tobytes() not in made_out)
    ]
    if not worst:
        return None
    width, height = seen.size
    return Flaw(
        code="image_blurry",
        confidence=0.95 if share >= _BLURRED else 0.7,
        measure=round(share if share >= _SOFT else max(shares), 3),
        limit=_BLURRED,
        unit="edge",
        boxes=tuple(box_of(quad, width=width, height=height) for quad in worst[:6]),
    )


def _longest(quads: Quads) -> list[Quads]:
    """What looks like lines of text: so it does even where it is too blurred to be read."""
    sized = [(size_of(quad), quad) for quad in quads]
    lines = [(width, quad) for (width, height), quad in sized if width > 2 * height >= 24]
    return [quad for _, quad in sorted(lines, key=lambda one: -one[0])[:_MEASURED_LINES]]


def _blur_without_text(seen: Seen) -> Flaw | None:
    """Hardly anything looks like text: are there edges of any kind?"""
    if min(seen.small.shape[:2]) < 2:  # of a strip so narrow there is nothing to tell
        return None
    width = _edge_width(seen.small, smoothing=0.5, sharpest=99.9)
    if width < _WIDEST_EDGE:
        return None
    return Flaw(
        code="image_blurry",
        confidence=0.93,
        measure=round(width, 1),
        limit=_WIDEST_EDGE,
        unit="edge_px",
    )


def edge_share(seen: Seen, quad: Quads) -> float:
    """Width of the sharpest edges in a line by its height, along the text or across it,
    whichever is worse: motion blurs one direction only."""
    width, height = size_of(quad)
    part = np.float32(min(1.0, _MEASURED_LENGTH * height / width))
    top_left, top_right, bottom_right, bottom_left = quad
    beginning = np.array(
        [
            top_left,
            top_left + (top_right - top_left) * part,
            bottom_left + (bottom_right - bottom_left) * part,
            bottom_left,
        ],
        np.float32,
    )
    strip = cut([seen.page.pixels], beginning)
    return _edge_width(strip, smoothing=max(0.5, height / 80), sharpest=99) / height


def _edge_width(pixels: Pixels, *, smoothing: float, sharpest: float) -> float:
    """Pixels that the sharpest edges take from dark to light. Noise is smoothed: it is no edge."""
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.float32)
    grey = np.asarray(cv2.GaussianBlur(grey, (0, 0), smoothing), np.float32)
    dark, light = np.percentile(grey, (4, 90))
    slopes = [float(np.percentile(np.abs(np.diff(grey, axis=axis)), sharpest)) for axis in (0, 1)]
    return max(1.0, float(light - dark)) / max(0.5, min(slopes))
