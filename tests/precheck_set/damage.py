"""What goes wrong between the paper and the file. Steps like those of `photo`."""

import random
from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image, ImageDraw

from registrar.embedded.documents.font import font
from tests.precheck_set.drawn import Drawn, Pixels, Rect


@dataclass(frozen=True)
class OutOfFocus:
    """`radius` in thousandths of the longer side."""

    radius: float

    def __call__(self, drawn: Drawn, _rng: random.Random) -> Drawn:
        reach = max(2, round(self.radius * max(drawn.size) / 1000))
        disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1,) * 2).astype(float)
        return drawn.with_pixels(cv2.filter2D(drawn.pixels, -1, disc / disc.sum()))


@dataclass(frozen=True)
class Shaken:
    """A hand that moved: `length` in thousandths of the longer side, `angle` in degrees."""

    length: float
    angle: float = 0.0

    def __call__(self, drawn: Drawn, _rng: random.Random) -> Drawn:
        size = max(3, round(self.length * max(drawn.size) / 1000)) | 1
        kernel = np.zeros((size, size), np.float32)
        kernel[size // 2] = 1
        turn = cv2.getRotationMatrix2D((size // 2, size // 2), self.angle, 1)
        kernel = cv2.warpAffine(kernel, turn, (size, size))
        return drawn.with_pixels(cv2.filter2D(drawn.pixels, -1, kernel / kernel.sum()))


def greyscale(drawn: Drawn, _rng: random.Random) -> Drawn:
    """No colour, as a grey scanner gives; or a copy on paper when a photo follows."""
    luma = cv2.cvtColor(drawn.pixels, cv2.COLOR_RGB2GRAY)
    return drawn.with_pixels(np.repeat(luma[..., None], 3, axis=2))


def black_and_white(drawn: Drawn, _rng: random.Random) -> Drawn:
    """A copying machine's black and white, hard and a little dirty."""
    luma = cv2.cvtColor(drawn.pixels, cv2.COLOR_RGB2GRAY).astype(np.float32)
    hard = np.clip((luma - 150) * 3 + 160, 12, 246).astype(np.uint8)
    return drawn.with_pixels(np.repeat(hard[..., None], 3, axis=2))


@dataclass(frozen=True)
class Cut:
    """The frame cuts the paper: `share` of its extent on `side` is outside."""

    side: str
    share: float = 0.12

    def __call__(self, drawn: Drawn, _rng: random.Random) -> Drawn:
        corners = drawn.corners or ((0, 0), (drawn.size[0], drawn.size[1]))
        xs, ys = [x for x, _y in corners], [y for _x, y in corners]
        left, top, (right, bottom) = 0, 0, drawn.size
        wide, high = (max(xs) - min(xs)) * self.share, (max(ys) - min(ys)) * self.share
        if self.side == "left":
            left = round(min(xs) + wide)
        elif self.side == "right":
            right = round(max(xs) - wide)
        elif self.side == "top":
            top = round(min(ys) + high)
        else:
            bottom = round(max(ys) - high)
        matrix = np.array([[1.0, 0, -left], [0, 1, -top], [0, 0, 1]])
        return drawn.through(np.ascontiguousarray(drawn.pixels[top:bottom, left:right]), matrix)


@dataclass(frozen=True)
class Covered:
    """Something over the text of `key`: `by` finger, paper, glare or paint; `share`: how much
    of the text, from its end."""

    key: str
    by: str
    share: float = 0.6

    def __call__(self, drawn: Drawn, rng: random.Random) -> Drawn:
        left, top, right, bottom = drawn.places[self.key]
        rect = (right - (right - left) * self.share, top, right, bottom)
        cover = {"finger": _finger, "paper": _slip, "glare": _glare, "paint": _paint}[self.by]
        return drawn.with_pixels(cover(drawn.pixels.copy(), rect, rng))


@dataclass(frozen=True)
class Watermarked:
    """A text laid over everything again and again, aslant. `opacity` from 0 to 1."""

    text: str
    opacity: float = 0.35
    angle: float = 30.0
    size: float = 0.032
    colour: tuple[int, int, int] = (120, 120, 128)

    def __call__(self, drawn: Drawn, _rng: random.Random) -> Drawn:
        width, height = drawn.size
        side = int((width**2 + height**2) ** 0.5)
        layer = Image.new("L", (side, side), 0)
        pencil, face = ImageDraw.Draw(layer), font(max(14, round(self.size * max(width, height))))
        step = face.getlength(self.text) + face.size * 3
        for row, y in enumerate(range(0, side, round(face.size * 4.2))):
            x = -step / 2 * (row % 2)
            while x < side:
                pencil.text((x, y), self.text, fill=255, font=face)
                x += step
        turned = layer.rotate(self.angle, resample=Image.Resampling.BICUBIC)
        at = ((side - width) // 2, (side - height) // 2)
        mask = turned.crop((*at, at[0] + width, at[1] + height)).point(
            lambda value: round(value * self.opacity)
        )
        image = Image.fromarray(drawn.pixels)
        image.paste(self.colour, (0, 0), mask)
        return drawn.with_pixels(np.asarray(image))


@dataclass(frozen=True)
class Exposed:
    """`gain` below 1 darkens, above 1 burns out."""

    gain: float
    noise: float = 6.0

    def __call__(self, drawn: Drawn, rng: random.Random) -> Drawn:
        generator = np.random.default_rng(rng.randrange(1 << 30))
        grain = generator.normal(0, self.noise, drawn.pixels.shape)
        lit = drawn.pixels.astype(np.float32) * self.gain
        return drawn.with_pixels(np.clip(lit + grain, 0, 255).astype(np.uint8))


@dataclass(frozen=True)
class Shrunk:
    """Too few pixels: `width` is the longer side's."""

    width: int

    def __call__(self, drawn: Drawn, _rng: random.Random) -> Drawn:
        scale = self.width / max(drawn.size)
        size = (round(drawn.size[0] * scale), round(drawn.size[1] * scale))
        pixels = cv2.resize(drawn.pixels, size, interpolation=cv2.INTER_AREA)
        return drawn.through(pixels, np.diag([scale, scale, 1.0]))


def _blend(pixels: Pixels, mask: np.ndarray, colour: tuple[int, int, int], soft: float) -> Pixels:
    share = cv2.GaussianBlur(mask, (0, 0), soft).astype(np.float32)[..., None] / 255
    return (pixels * (1 - share) + np.array(colour, np.float32) * share).astype(np.uint8)


def _finger(pixels: Pixels, rect: Rect, rng: random.Random) -> Pixels:
    """A fingertip that reaches in from the nearer side edge of the picture."""
    height, width = pixels.shape[:2]
    left, top, right, bottom = rect
    mask = np.zeros((height, width), np.uint8)
    thick = max(int(bottom - top) * 2, width // 16)
    from_left = (left + right) / 2 < width / 2
    tip = (int(right if from_left else left), int((top + bottom) / 2))
    root = (0 if from_left else width, int(tip[1] + rng.uniform(0.05, 0.2) * height))
    cv2.line(mask, tip, root, 255, thick)
    skin = ((214, 170, 140), (196, 146, 116), (226, 186, 160))[rng.randrange(3)]
    covered = _blend(pixels, mask, skin, 3)
    nail = np.zeros_like(mask)
    cv2.ellipse(nail, tip, (thick // 4, thick // 5), 0, 0, 360, 255, -1)
    return _blend(covered, nail, tuple(min(255, v + 20) for v in skin), 3)  # type: ignore[arg-type]


def _slip(pixels: Pixels, rect: Rect, rng: random.Random) -> Pixels:
    """A slip of paper, a little askew, with its shadow."""
    left, top, right, bottom = rect
    high = (bottom - top) * 0.5
    skew = rng.uniform(-0.05, 0.05) * (right - left)
    points = np.array(
        [(left, top - high + skew), (right + high, top - high), (right + high, bottom + high),
         (left, bottom + high + skew)], np.int32,
    )  # fmt: skip
    for shift, colour, soft in ((6, (70, 70, 70), 6.0), (0, (236, 232, 220), 1.0)):
        mask = np.zeros(pixels.shape[:2], np.uint8)
        cv2.fillPoly(mask, [points + shift], 255)
        pixels = _blend(pixels, mask, colour, soft)
    return pixels


def _glare(pixels: Pixels, rect: Rect, _rng: random.Random) -> Pixels:
    """A lamp's reflection: burnt out in the middle, fading."""
    left, top, right, bottom = rect
    mask = np.zeros(pixels.shape[:2], np.uint8)
    middle = (int((left + right) / 2), int((top + bottom) / 2))
    axes = (int((right - left) * 0.62), int((bottom - top) * 1.6))
    cv2.ellipse(mask, middle, axes, 0, 0, 360, 255, -1)
    return _blend(pixels, mask, (255, 255, 252), max(4.0, (bottom - top) * 0.35))


def _paint(pixels: Pixels, rect: Rect, rng: random.Random) -> Pixels:
    """Strokes of a marker, as people hide a number with in their phone."""
    left, top, right, bottom = (int(v) for v in rect)
    colour = ((20, 20, 22), (200, 30, 30), (245, 245, 245))[rng.randrange(3)]
    middle, thick = (top + bottom) // 2, max(4, int((bottom - top) * 1.2))
    cv2.line(pixels, (left, middle), (right, middle), colour, thick)
    return pixels
