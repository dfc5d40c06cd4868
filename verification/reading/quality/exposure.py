"""Too dark or too light for the text to stand out."""

import cv2
import numpy as np

from verification.reading.lines import Line
from verification.reading.model import Flaw
from verification.reading.strips import cut

from .seen import Seen

# Of 255: how far ink stands out from its paper.
_FAINT = 45.0
_LOST = 28.0
_GONE = 20.0
_READ_WELL = 0.85


def find_bad_exposure(seen: Seen) -> Flaw | None:
    """`image_unreadable`: hardly any text, or text that hardly stands out or can't be made out."""
    lines = [line for line in seen.lines if line.confidence >= 0.5]
    if len(lines) < 2:
        spread = float(seen.lab[..., 0].max() - seen.lab[..., 0].min())
        return _unreadable(0.92 if spread < 60 or not seen.lines else 0.8, float(len(lines)), 2)
    contrast = float(np.median([_contrast(seen, line) for line in lines[:16]]))
    certainty = float(np.average([x.confidence for x in lines], weights=[x.width for x in lines]))
    if contrast < _FAINT and certainty < _READ_WELL:
        return _unreadable(0.95 if contrast < _LOST else 0.7, contrast, _FAINT)
    if contrast < _LOST:
        return _unreadable(0.93 if contrast < _GONE else 0.85, contrast, _LOST)
    if certainty < 0.7:
        return _unreadable(0.9, certainty, 0.7)
    return None


def _contrast(seen: Seen, line: Line) -> float:
    grey = cv2.cvtColor(cut([seen.page.pixels], line.quad), cv2.COLOR_RGB2GRAY)
    dark, light = np.percentile(grey, (4, 85))
    return float(light - dark)


def _unreadable(confidence: float, measure: float, limit: float) -> Flaw:
    return Flaw(
        code="image_unreadable", confidence=confidence, measure=round(measure, 2), limit=limit
    )
