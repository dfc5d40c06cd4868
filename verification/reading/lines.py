"""From pixels to lines of text, in the order in which people read."""

from dataclasses import dataclass

import cv2
import numpy as np

from .decoding import Pixels
from .engine import Engine, Quads
from .model import Box, TextLine
from .orientation import quarters_to_upright, turn, turn_quads
from .strips import angle_of, cut, from_top_left, levels, size_of

# Long side in pixels at which text is looked for: the detector's time grows with the area, and
# the lines it finds are recognised from the full picture.
_SEARCHED_SIDE = 1152
# Text that takes less of the picture than this is looked for again, closer.
_SMALL_PART = 0.5
_MIN_CONFIDENCE = 0.3


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A line where it was found: corners in pixels of the upright picture, from the top left."""

    text: str
    confidence: float
    characters: tuple[float, ...]
    quad: Quads

    @property
    def height(self) -> float:
        return size_of(self.quad)[1]

    @property
    def width(self) -> float:
        return size_of(self.quad)[0]

    @property
    def angle(self) -> float:
        return angle_of(self.quad)


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A picture that stands upright, its `lines`, and everything that looked like one."""

    pixels: Pixels
    quarters: int
    lines: tuple[Line, ...]
    quads: Quads


def read_lines(pixels: Pixels, engine: Engine) -> Page:
    """Find text, turn the picture upright by it, and recognise each line once."""
    quads = _find_closer(pixels, _find(pixels, engine), engine)
    if not len(quads):
        return Page(pixels, 0, (), quads)
    quarters = quarters_to_upright(pixels, quads, engine)
    height, width = pixels.shape[:2]
    quads = turn_quads(quads, quarters, width=width, height=height)
    upright = turn(pixels, quarters) if quarters else pixels
    pyramid = levels(upright)
    texts = engine.recognise([cut(pyramid, quad) for quad in quads])
    lines = [
        Line(text.text, text.confidence, text.characters, quad)
        for text, quad in zip(texts, quads, strict=True)
        if text.text.strip() and text.confidence >= _MIN_CONFIDENCE
    ]
    return Page(upright, quarters, tuple(_in_reading_order(lines)), quads)


def text_angle(lines: tuple[Line, ...]) -> float:
    """The slope of the text as a whole, in degrees; 0 without any."""
    weighed = sorted((line.angle, line.width) for line in lines if line.width > 2 * line.height)
    half = sum(width for _, width in weighed) / 2
    for angle, width in weighed:
        half -= width
        if half <= 0:
            return angle
    return 0.0


def straightening(lines: tuple[Line, ...], *, width: int, height: int) -> Quads:
    """2 x 3 matrix that turns the picture about its middle so that its text lies level."""
    return np.asarray(
        cv2.getRotationMatrix2D((width / 2, height / 2), text_angle(lines), 1.0), np.float32
    )


def text_lines(
    lines: tuple[Line, ...], matrix: Quads, *, width: int, height: int
) -> list[TextLine]:
    """The lines as values, their boxes moved by `matrix` and in fractions of the picture."""
    return [
        TextLine(
            text=line.text,
            confidence=round(line.confidence, 4),
            box=box_of(line.quad @ matrix[:, :2].T + matrix[:, 2], width=width, height=height),
            characters=line.characters,
        )
        for line in lines
    ]


def box_of(points: Quads, *, width: int, height: int) -> Box:
    """The upright box around points in pixels, within the picture."""
    (left, top), (right, bottom) = points.min(axis=0), points.max(axis=0)
    sides = (left / width, top / height, right / width, bottom / height)
    return Box(*(min(1.0, max(0.0, float(side))) for side in sides))


def _find(pixels: Pixels, engine: Engine) -> Quads:
    scale = min(1.0, _SEARCHED_SIDE / max(pixels.shape[:2]))
    height, width = pixels.shape[:2]
    size = (round(width * scale), round(height * scale))
    searched = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA) if scale < 1 else pixels
    return from_top_left(engine.detect(np.asarray(searched, np.uint8)) / np.float32(scale))


def _find_closer(pixels: Pixels, quads: Quads, engine: Engine) -> Quads:
    """Look again where the text is, when it takes a small part of a large picture."""
    height, width = pixels.shape[:2]
    if not len(quads) or max(height, width) <= _SEARCHED_SIDE:
        return quads
    low, high = quads.reshape(-1, 2).min(axis=0), quads.reshape(-1, 2).max(axis=0)
    around = 0.15 * (high - low).max()
    left, top = (int(max(0, value)) for value in low - around)
    right, bottom = int(min(width, high[0] + around)), int(min(height, high[1] + around))
    if max(right - left, bottom - top) > _SMALL_PART * max(width, height):
        return quads
    closer = _find(pixels[top:bottom, left:right], engine)
    return closer + np.array((left, top), np.float32) if len(closer) else quads


def _in_reading_order(lines: list[Line]) -> list[Line]:
    """By rows from the top, each from the left, along the slope of the text."""
    slope = np.tan(np.radians(text_angle(tuple(lines))))
    middles = {id(line): line.quad.mean(axis=0) for line in lines}
    level = {key: float(y - slope * x) for key, (x, y) in middles.items()}
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: level[id(line)]):
        last = rows[-1][-1] if rows else None
        if last and level[id(line)] - level[id(last)] < 0.4 * min(line.height, last.height):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda one: middles[id(one)][0])]
