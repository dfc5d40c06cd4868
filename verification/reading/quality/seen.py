"""A picture prepared for being measured: small, with the document's paper told from the rest."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from verification.reading.decoding import Pixels
from verification.reading.engine import Recognised
from verification.reading.lines import Line, Page
from verification.reading.model import DocumentReading

from .outline import Outline, find_outline
from .paper import distance, fitted_paper, telling

_SMALL_SIDE = 800
Recognise = Callable[[Sequence[Pixels]], list[Recognised]]


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """`small` is the upright picture at `scale`, `lab` the same as lightness, a and b.
    `file_scale`: pixels of the file for each of the page, which may have been scaled down.

    `paper` is the colour that bare paper would have at each pixel of `small`, and `away` how far
    the pixel is from it; None where there is no text to tell. `outline` is in pixels of the full
    picture. `recognise` reads strips that the OCR didn't find by itself; without it nothing more
    is read.
    """

    page: Page
    document: DocumentReading
    small: Pixels
    lab: NDArray[np.float32]
    scale: float
    paper: NDArray[np.float32] | None
    away: NDArray[np.float32] | None
    outline: Outline | None
    file_scale: float = 1.0
    recognise: Recognise | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.page.lines

    @property
    def quads(self) -> list[NDArray[np.float32]]:
        """The corners of each line in pixels of `small`."""
        return [np.asarray(line.quad * self.scale, np.float32) for line in self.lines]

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the full picture in pixels."""
        return self.page.pixels.shape[1], self.page.pixels.shape[0]


def look_at(
    page: Page,
    document: DocumentReading,
    *,
    file_scale: float = 1.0,
    recognise: Recognise | None = None,
) -> Seen:
    """Prepare a picture; what is measured once for all is measured here."""
    height, width = page.pixels.shape[:2]
    scale = min(1.0, _SMALL_SIDE / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = np.asarray(cv2.resize(page.pixels, size, interpolation=cv2.INTER_AREA), np.uint8)
    light = small.astype(np.float32) / 255
    lab = np.asarray(cv2.cvtColor(light, cv2.COLOR_RGB2LAB), np.float32)
    quads = telling([line.quad * scale for line in page.lines])
    paper = fitted_paper(lab, quads)
    away = distance(lab, paper) if paper is not None else None
    outline = find_outline(away, quads, scale=scale) if away is not None else None
    return Seen(page, document, small, lab, scale, paper, away, outline, file_scale, recognise)
