"""A picture in the making: its pixels and where the key texts are in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
# Left, top, right, bottom in pixels.
Rect = tuple[float, float, float, float]


@dataclass(frozen=True)
class Drawn:
    """`pixels` are RGB. `places` by key (`name`, `number`, …); `corners` are the paper's own,
    clockwise from the top left of its text."""

    pixels: Pixels
    places: Mapping[str, Rect] = field(default_factory=dict)
    corners: tuple[tuple[float, float], ...] = ()

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self.pixels.shape[1], self.pixels.shape[0]

    def through(self, pixels: Pixels, matrix: NDArray[np.float64]) -> "Drawn":
        """Other pixels, to which a 3 × 3 matrix maps the places."""
        places = {key: _mapped_rect(rect, matrix) for key, rect in self.places.items()}
        corners = tuple(_mapped(self._corners(), matrix))
        return Drawn(pixels, places, corners)

    def with_pixels(self, pixels: Pixels) -> "Drawn":
        return replace(self, pixels=pixels)

    def _corners(self) -> tuple[tuple[float, float], ...]:
        width, height = self.size
        return self.corners or ((0, 0), (width, 0), (width, height), (0, height))


def _mapped(
    points: tuple[tuple[float, float], ...], matrix: NDArray[np.float64]
) -> list[tuple[float, float]]:
    rows = np.array([(x, y, 1.0) for x, y in points]) @ matrix.T
    return [(float(x / w), float(y / w)) for x, y, w in rows]


def _mapped_rect(rect: Rect, matrix: NDArray[np.float64]) -> Rect:
    left, top, right, bottom = rect
    points = _mapped(((left, top), (right, top), (right, bottom), (left, bottom)), matrix)
    xs, ys = [x for x, _y in points], [y for _x, y in points]
    return min(xs), min(ys), max(xs), max(ys)
