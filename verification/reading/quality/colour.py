"""Colour or not: whether anything on the document differs in hue from its paper.

A copy in black and white photographed under warm light is tinted all over by the same amount;
seals, emblems, portraits and coloured print are not.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from verification.reading.model import Flaw

from .paper import Floats
from .seen import Seen

# Spread of red and blue as shares of all light, within the document.
_NONE_AT_ALL = 0.006
_HARDLY_ANY = 0.018
_DOUBTFUL = 0.022
_LIGHT_ENOUGH = 150.0  # sum of the channels; darker pixels have noise for a hue
# Every second pixel of a smoothed picture tells as much as all of them.
_STEP = 2
# Of the document's side: how wide a gap print in colour leaves in what is like paper.
_GAP = 0.07
# A seal put on a copy: coloured in one place, as wide as this share of the document's side, and
# without any colour elsewhere. A business licence has an emblem and a border besides; the back
# of a card has nothing but its emblem.
_MORE_THAN_A_SEAL = "YYZZ"
_SEAL_SIDE = 0.31
_REST = 0.006


def find_lack_of_colour(seen: Seen) -> Flaw | None:
    """`image_not_color`; a copy with a fresh seal on it is for people to judge."""
    whole = seen.outline is not None and seen.outline.trusted
    away, looked_at = _distances(
        seen.small, seen.outline.mask if seen.outline is not None and whole else None
    )
    if int(looked_at.sum()) < 500 // _STEP**2:
        return None
    spread = float(np.percentile(away[looked_at], 99.3))
    if spread < _DOUBTFUL:
        confidence = 0.97 if spread < _NONE_AT_ALL else 0.91 if spread < _HARDLY_ANY else 0.7
        return _colourless(confidence, spread, _HARDLY_ANY)
    if not whole or seen.document.type != _MORE_THAN_A_SEAL:
        return None
    rest = _spread_but_for_a_seal(away, looked_at)
    return _colourless(0.7, rest, _REST) if rest < _REST else None


def _colourless(confidence: float, measure: float, limit: float) -> Flaw:
    return Flaw(
        code="image_not_color",
        confidence=confidence,
        measure=round(measure, 4),
        limit=limit,
        unit="chroma",
    )


def _distances(
    small: NDArray[np.uint8], mask: NDArray[np.uint8] | None
) -> tuple[Floats, NDArray[np.bool_]]:
    """How far each pixel is from the usual hue, light's drift aside, and which were looked at.

    Within the mask and its thin gaps: print in colour and tinted borders aren't like paper, and
    without them nothing but bare paper would be looked at.
    """
    smooth = cv2.medianBlur(cv2.GaussianBlur(small, (0, 0), 1.5), 5)
    light = smooth[::_STEP, ::_STEP].astype(np.float32)
    total = light.sum(axis=2)
    looked_at = total > _LIGHT_ENOUGH
    if mask is not None:
        looked_at &= _inner(mask)[::_STEP, ::_STEP] > 0
    away = np.zeros(total.shape, np.float32)
    ys, xs = np.nonzero(looked_at)
    if len(ys):
        shares = light[ys, xs][:, (0, 2)] / np.maximum(total[ys, xs], 1)[:, None]
        values = _without_drift(shares, xs / total.shape[1], ys / total.shape[0])
        away[ys, xs] = np.hypot(values[:, 0], values[:, 1])
    return away, looked_at


def _inner(mask: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The mask with its gaps closed and without its edge. Its hull would hold some desk."""
    room = int(_GAP * np.sqrt(mask.sum())) | 1
    wide = cv2.copyMakeBorder(mask, room, room, room, room, cv2.BORDER_CONSTANT)
    closed = cv2.morphologyEx(wide, cv2.MORPH_CLOSE, np.ones((room, room), np.uint8))
    inner = cv2.erode(closed[room:-room, room:-room], np.ones((9, 9), np.uint8))
    return np.asarray(inner, np.uint8)


def _without_drift(values: Floats, xs: Floats, ys: Floats) -> Floats:
    """Mixed light changes the tint evenly across the picture."""
    rows = np.column_stack([xs, ys, np.ones(len(xs))]).astype(np.float32)
    step = max(1, len(rows) // 4000)
    fit, *_ = np.linalg.lstsq(rows[::step], values[::step], rcond=None)
    return np.asarray(values - rows @ fit, np.float32)


def _spread_but_for_a_seal(away: Floats, looked_at: NDArray[np.bool_]) -> float:
    """The most coloured thousandth of what is left without the most coloured place."""
    side = int(_SEAL_SIDE * np.sqrt(looked_at.sum())) | 1
    coloured = np.where((away > _REST) & looked_at, away, 0).astype(np.float32)
    near = cv2.boxFilter(
        coloured, -1, (side, side), normalize=False, borderType=cv2.BORDER_CONSTANT
    )
    y, x = np.unravel_index(int(near.argmax()), near.shape)
    rest = looked_at.copy()
    rest[max(0, y - side // 2) : y + side // 2 + 1, max(0, x - side // 2) : x + side // 2 + 1] = 0
    return float(np.percentile(away[rest], 99.9)) if rest.any() else 1.0
