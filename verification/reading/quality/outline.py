"""The document's own place in the picture: paper that holds the text, and its four corners."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from .paper import Floats

_LIKE_PAPER = 11.0
_RECTANGULAR = 0.88


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """`mask`: the document's pixels in the small picture (0 or 1). `quad`: its corners in the
    full one, from the top left clockwise. `rectangular`: how well they describe it, to 1."""

    mask: NDArray[np.uint8]
    quad: Floats
    rectangular: float

    @property
    def trusted(self) -> bool:
        return self.rectangular >= _RECTANGULAR


def find_outline(away: Floats, quads: Sequence[Floats], *, scale: float) -> Outline | None:
    """Grow the paper around the text to its edges, by how far each pixel is away from paper.
    None where it can't be told from the rest."""
    tall = float(np.median([np.ptp(quad[:, 1]) for quad in quads]))
    like = (away < _LIKE_PAPER).astype(np.uint8)
    for quad in quads:
        cv2.fillConvexPoly(like, quad.astype(np.int32), 1)
    mask = _with_most_text(_opened(like, max(3, round(tall * 0.25))), quads)
    if mask is None:
        return None
    hull, mask = _filled(mask)
    if hull is None:
        return None
    corners = _four_corners(hull)
    area = cv2.contourArea(corners)
    if area < 0.01 * mask.size:
        return None
    rectangular = min(1.0, float(mask.sum()) / max(1.0, float(area)))
    return Outline(mask, _from_top_left(corners) / np.float32(scale), rectangular)


def _opened(mask: NDArray[np.uint8], size: int) -> NDArray[np.uint8]:
    kernel = np.ones((size, size), np.uint8)
    return np.asarray(cv2.morphologyEx(mask, cv2.MORPH_OPEN, kernel), np.uint8)


def _with_most_text(mask: NDArray[np.uint8], quads: Sequence[Floats]) -> NDArray[np.uint8] | None:
    _, labels = cv2.connectedComponents(mask, connectivity=4)
    height, width = mask.shape
    votes: dict[int, float] = {}
    for quad in quads:
        x, y = quad.mean(axis=0).astype(int)
        label = int(labels[min(height - 1, max(0, y)), min(width - 1, max(0, x))])
        if label:
            votes[label] = votes.get(label, 0) + float(np.ptp(quad[:, 0]))
    if not votes:
        return None
    best = max(votes, key=lambda label: votes[label])
    kept = [label for label, vote in votes.items() if vote >= 0.15 * votes[best]]
    return np.isin(labels, kept).astype(np.uint8)


def _filled(mask: NDArray[np.uint8]) -> tuple[NDArray[np.int32] | None, NDArray[np.uint8]]:
    """The hull of the pieces, and the pieces without their holes: portraits, seals, frames."""
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not contours:
        return None, mask
    hull = cv2.convexHull(np.concatenate(contours))
    filled = np.zeros_like(mask)
    cv2.drawContours(filled, contours, -1, 1, cv2.FILLED)
    return np.asarray(hull, np.int32), filled


def _four_corners(hull: NDArray[np.int32]) -> Floats:
    length = cv2.arcLength(hull, True)
    for share in (0.02, 0.03, 0.04, 0.05, 0.07):
        corners = cv2.approxPolyDP(hull, share * length, True)
        if len(corners) == 4:
            return np.asarray(corners.reshape(4, 2), np.float32)
    return np.asarray(cv2.boxPoints(cv2.minAreaRect(hull)), np.float32)


def _from_top_left(corners: Floats) -> Floats:
    middle = corners.mean(axis=0)
    around = np.arctan2(corners[:, 1] - middle[1], corners[:, 0] - middle[0])
    ordered = corners[np.argsort(around)]
    return np.asarray(np.roll(ordered, -int(ordered.sum(axis=1).argmin()), axis=0), np.float32)
