"""Colour or not: whether anything on the document differs in hue from its paper.

A copy in black and white photographed under warm light is tinted all over by the same amount;
seals, emblems, portraits and coloured print are not.
"""

import cv2
import numpy as np

from verification.reading.model import Flaw

from .paper import Floats
from .seen import Seen

# Spread of red and blue as shares of all light, within the document.
_NONE_AT_ALL = 0.006
_HARDLY_ANY = 0.014
_LIGHT_ENOUGH = 150.0  # sum of the channels; darker pixels have noise for a hue


def find_lack_of_colour(seen: Seen) -> Flaw | None:
    """`image_not_color`; sure only where the whole document could be looked at."""
    whole = seen.outline is not None and seen.outline.trusted
    mask = seen.outline.mask if seen.outline is not None and whole else None
    spread = max(_spread(seen.small, mask), 0.0)
    if spread >= _HARDLY_ANY:
        return None
    confidence = 0.97 if spread < _NONE_AT_ALL else 0.91
    return Flaw(
        code="image_not_color",
        confidence=confidence,
        measure=round(spread, 4),
        limit=_HARDLY_ANY,
        unit="chroma",
    )


def _spread(small: np.ndarray, mask: np.ndarray | None) -> float:
    """How far the most coloured hundredth differs from the usual hue, light's drift aside."""
    smooth = cv2.medianBlur(cv2.GaussianBlur(small, (0, 0), 1.5), 5).astype(np.float32)
    total = smooth.sum(axis=2)
    looked_at = total > _LIGHT_ENOUGH
    if mask is not None:
        looked_at &= cv2.erode(mask, np.ones((9, 9), np.uint8)) > 0
    if int(looked_at.sum()) < 500:
        return 1.0
    shares = smooth[..., (0, 2)] / np.maximum(total, 1)[..., None]
    ys, xs = np.nonzero(looked_at)
    values = _without_drift(shares[ys, xs], xs / small.shape[1], ys / small.shape[0])
    away = np.hypot(values[:, 0], values[:, 1])
    return float(np.percentile(away, 99.3))


def _without_drift(values: Floats, xs: Floats, ys: Floats) -> Floats:
    """Mixed light changes the tint evenly across the picture."""
    rows = np.column_stack([xs, ys, np.ones(len(xs))]).astype(np.float32)
    step = max(1, len(rows) // 4000)
    fit, *_ = np.linalg.lstsq(rows[::step], values[::step], rcond=None)
    return np.asarray(values - rows @ fit, np.float32)
