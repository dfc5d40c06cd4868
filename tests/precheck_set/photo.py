"""How a phone or a scanner sees a paper. Each step takes a `Drawn` and a seed's generator."""

import random
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from tests.precheck_set.backgrounds import background
from tests.precheck_set.drawn import Drawn, Pixels

Step = Callable[[Drawn, random.Random], Drawn]

# Gains of red, green and blue.
CASTS = {
    "none": (1.0, 1.0, 1.0),
    "warm": (1.07, 1.0, 0.86),
    "cold": (0.9, 1.0, 1.08),
    "green": (0.96, 1.04, 0.95),
}


@dataclass(frozen=True)
class Photo:
    """A photo by hand. `size` in pixels; `fill`: the paper's share of the frame, along the side
    that is filled first; `angle` in degrees clockwise; `tilt`: how far corners wander, in
    shares of the paper; `blur` in pixels for a picture of 2000."""

    size: tuple[int, int] = (2016, 1512)
    on: str = "wood"
    fill: float = 0.8
    angle: float = 0.0
    tilt: float = 0.03
    light: float = 0.15
    shadow: float = 0.0
    cast: str = "none"
    noise: float = 3.0
    blur: float = 0.6

    def __call__(self, drawn: Drawn, rng: random.Random) -> Drawn:
        width, height = self.size
        if (drawn.size[0] < drawn.size[1]) != (width < height):
            width, height = height, width
        laid = self._laid(drawn, rng, width, height)
        pixels = _soft(laid.pixels, self.blur * max(width, height) / 2000)
        pixels = _lit(pixels, rng, self.light, self.shadow, self.cast)
        return laid.with_pixels(_noisy(pixels, rng, self.noise))

    def _laid(self, drawn: Drawn, rng: random.Random, width: int, height: int) -> Drawn:
        corners = self._corners(drawn, rng, width, height)
        shrunk = _near(drawn.pixels, corners)
        own_width, own_height = drawn.size
        source = np.array(
            [(0, 0), (own_width, 0), (own_width, own_height), (0, own_height)], np.float32
        )
        matrix = cv2.getPerspectiveTransform(source, corners.astype(np.float32))
        scale = np.diag([own_width / shrunk.shape[1], own_height / shrunk.shape[0], 1.0])
        desk = background(self.on, width, height, rng.randrange(1 << 30))
        _cast_edge(desk, corners)
        size = (width, height)
        moved = cv2.warpPerspective(shrunk, matrix @ scale, size, flags=cv2.INTER_CUBIC)
        white = np.full(shrunk.shape[:2], 255, np.uint8)
        mask = cv2.warpPerspective(white, matrix @ scale, size, flags=cv2.INTER_LINEAR)
        share = (mask.astype(np.float32) / 255)[..., None]
        pixels = (moved * share + desk * (1 - share)).astype(np.uint8)
        return drawn.through(pixels, matrix)

    def _corners(self, drawn: Drawn, rng: random.Random, width: int, height: int) -> np.ndarray:
        """Where the paper's corners come to lie, all inside the frame."""
        own = np.array(drawn.size, np.float64)
        box = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * own / 2
        wander = [[rng.uniform(-self.tilt, self.tilt) for _ in range(2)] for _ in range(4)]
        box = box + np.array(wander) * own
        turn = np.radians(self.angle)
        rotation = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
        box = box @ rotation
        reach = box.max(axis=0) - box.min(axis=0)
        box *= self.fill * min(width / reach[0], height / reach[1])
        reach = box.max(axis=0) - box.min(axis=0)
        room = (np.array([width, height]) - reach) * 0.3
        shift = np.array([rng.uniform(-0.5, 0.5) * room[0], rng.uniform(-0.5, 0.5) * room[1]])
        middle = (box.max(axis=0) + box.min(axis=0)) / 2
        return box - middle + np.array([width, height]) / 2 + shift


@dataclass(frozen=True)
class Scan:
    """A flatbed scan, the paper filling the frame but for a rim. `width`: the long side."""

    width: int = 1600
    rim: float = 0.012
    noise: float = 2.0
    angle: float = 0.0

    def __call__(self, drawn: Drawn, rng: random.Random) -> Drawn:
        own = drawn.size
        scale = self.width / max(own)
        inner = (round(own[0] * scale), round(own[1] * scale))
        rim = max(4, round(self.width * (self.rim + abs(self.angle) / 100)))
        size = (inner[0] + 2 * rim, inner[1] + 2 * rim)
        shrunk = cv2.resize(drawn.pixels, inner, interpolation=cv2.INTER_AREA)
        turn = cv2.getRotationMatrix2D((inner[0] / 2, inner[1] / 2), -self.angle, 1)
        turn[:, 2] += rim
        pixels = cv2.warpAffine(
            shrunk, turn, size, flags=cv2.INTER_CUBIC, borderValue=(247, 247, 246)
        )
        matrix = np.vstack([turn, [0, 0, 1]]) @ np.diag([scale, scale, 1.0])
        return drawn.through(_noisy(pixels, rng, self.noise), matrix)


@dataclass(frozen=True)
class Turned:
    """The whole picture, turned clockwise by a quarter or more."""

    degrees: int

    def __call__(self, drawn: Drawn, _rng: random.Random) -> Drawn:
        width, height = drawn.size
        turns = self.degrees // 90 % 4
        matrix = {
            0: np.eye(3),
            1: np.array([[0, -1, height], [1, 0, 0], [0, 0, 1]]),
            2: np.array([[-1, 0, width], [0, -1, height], [0, 0, 1]]),
            3: np.array([[0, 1, 0], [-1, 0, width], [0, 0, 1]]),
        }[turns].astype(np.float64)
        return drawn.through(np.ascontiguousarray(np.rot90(drawn.pixels, -turns)), matrix)


def _near(pixels: Pixels, corners: np.ndarray) -> Pixels:
    """The paper shrunk to about the size that it will have, so that print does not alias."""
    wide = np.linalg.norm(corners[1] - corners[0])
    scale = min(1.0, 1.15 * wide / pixels.shape[1])
    size = (max(1, round(pixels.shape[1] * scale)), max(1, round(pixels.shape[0] * scale)))
    return cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)


def _cast_edge(desk: Pixels, corners: np.ndarray) -> None:
    """The thin shadow that a paper throws on what it lies on."""
    mask = np.zeros(desk.shape[:2], np.uint8)
    cv2.fillPoly(mask, [(corners + 6).astype(np.int32)], 255)
    small = cv2.resize(mask, (desk.shape[1] // 4, desk.shape[0] // 4))
    soft = cv2.resize(cv2.GaussianBlur(small, (0, 0), 3), (desk.shape[1], desk.shape[0]))
    desk[:] = (desk * (1 - 0.35 * soft[..., None] / 255)).astype(np.uint8)


def _soft(pixels: Pixels, sigma: float) -> Pixels:
    return cv2.GaussianBlur(pixels, (0, 0), sigma) if sigma > 0.2 else pixels


def _lit(pixels: Pixels, rng: random.Random, light: float, shadow: float, cast: str) -> Pixels:
    """A slope of light in any direction, a soft shadow's edge, and the lamp's colour."""
    height, width = pixels.shape[:2]
    y = np.linspace(-1, 1, 96, dtype=np.float32)[:, None]
    x = np.linspace(-1, 1, 128, dtype=np.float32)[None, :]
    turn = rng.uniform(0, 2 * np.pi)
    field = 1 - light / 2 + light / 2 * (np.cos(turn) * x + np.sin(turn) * y)
    if shadow:
        edge = rng.uniform(0, 2 * np.pi)
        side = np.cos(edge) * x + np.sin(edge) * y - rng.uniform(0.1, 0.4)
        field = field * (1 - shadow / (1 + np.exp(-side * 14)))
    full = cv2.resize(field.astype(np.float32), (width, height))
    gains = np.array(CASTS[cast], np.float32)
    return np.clip(pixels * full[..., None] * gains, 0, 255).astype(np.uint8)


def _noisy(pixels: Pixels, rng: random.Random, sigma: float) -> Pixels:
    noise = np.random.default_rng(rng.randrange(1 << 30))
    height, width = pixels.shape[:2]
    grain = noise.standard_normal((height, width, 3), dtype=np.float32) * sigma
    return np.clip(pixels + grain, 0, 255).astype(np.uint8)
