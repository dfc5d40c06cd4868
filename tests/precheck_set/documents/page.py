"""A paper to draw on, in units of its own layout, finer in pixels."""

import math

import numpy as np
from PIL import Image, ImageFont

from registrar.embedded.documents.font import font
from registrar.embedded.documents.ornaments import frame, portrait, rosette, seal
from registrar.embedded.documents.paper import Colour, Sheet
from tests.precheck_set.drawn import Drawn, Rect

INK: Colour = (30, 30, 34)
LABEL: Colour = (78, 110, 138)
GREY: Colour = (104, 108, 116)
# Pixels for one unit: sharp in a picture of twelve million pixels.
_SCALE = 2


class Page:
    """`size` and all coordinates are units; `place` remembers where a key text stands."""

    def __init__(self, size: tuple[int, int], tint: Colour, *, stretch: float = 1.0) -> None:
        self.sheet = Sheet((size[0] * _SCALE, size[1] * _SCALE), tint)
        self.size = size
        self.places: dict[str, Rect] = {}
        self._stretch = stretch

    def text(
        self,
        at: tuple[float, float],
        text: str,
        size: int,
        *,
        ink: Colour = INK,
        anchor: str = "la",
        weight: int = 0,
        key: str = "",
    ) -> None:
        """`weight` thickens the strokes, in pixels; `key` remembers the place."""
        at = (at[0] * _SCALE, at[1] * _SCALE)
        face = font(size * _SCALE)
        self.sheet.draw.text(at, text, fill=ink, font=face, anchor=anchor, stroke_width=weight)
        if key:
            self._remember(key, self.sheet.draw.textbbox(at, text, font=face, anchor=anchor))

    def spaced(
        self, at: tuple[float, float], text: str, size: int, step: float, *, key: str = ""
    ) -> None:
        """One character every `step` units, as machines and card printers set them."""
        x, y = at
        for character in text:
            self.text((x, y), character, size, weight=1)
            x += step
        if key:
            self._remember(key, tuple(v * _SCALE for v in (at[0], y, x, y + size * 1.2)))

    def latin(
        self, at: tuple[float, float], text: str, size: int, *, ink: Colour = INK, key: str = ""
    ) -> None:
        """Text in Pillow's own Latin face, which looks unlike the Chinese font's."""
        place = (at[0] * _SCALE, at[1] * _SCALE)
        face = ImageFont.load_default(size * _SCALE)
        self.sheet.draw.text(place, text, fill=ink, font=face)
        if key:
            self._remember(key, self.sheet.draw.textbbox(place, text, font=face))

    def paragraph(
        self,
        at: tuple[float, float],
        text: str,
        size: int,
        *,
        width: float,
        ink: Colour = INK,
        key: str = "",
    ) -> float:
        """Text that wraps after `width`; the height that it took."""
        x, y = at
        for line in wrapped(text, size, width):
            self.text((x, y), line, size, ink=ink, key=key)
            y += size * 1.4
        return y - at[1]

    def justified(
        self, at: tuple[float, float], text: str, size: int, width: float, *, ink: Colour = INK
    ) -> None:
        """A label whose characters are spread over `width`, as certificates print them."""
        step = (width - size) / max(1, len(text) - 1)
        for index, character in enumerate(text):
            self.text((at[0] + index * step, at[1]), character, size, ink=ink)

    def gradient(self, one: Colour, other: Colour) -> None:
        """Fill the paper from left to right."""
        width, height = self.sheet.image.size
        share = np.linspace(0, 1, width)[None, :, None]
        row = np.array(one) * (1 - share) + np.array(other) * share
        pixels = np.repeat(row, height, axis=0).astype(np.uint8)
        self.sheet.image.paste(Image.fromarray(pixels))

    def waves(self, colour: Colour, *, gap: int = 26, height: int = 18) -> None:
        """Fine wavy lines under the text, as security print has."""
        width, bottom = self.size
        for y in range(-height, bottom + height, gap):
            points = [
                (x * _SCALE, (y + height * math.sin(x / 60 + y / 40)) * _SCALE)
                for x in range(0, width + 12, 12)
            ]
            self.sheet.draw.line(points, fill=colour, width=2)

    def line(self, start: tuple[float, float], end: tuple[float, float], colour: Colour) -> None:
        points = [tuple(v * _SCALE for v in start), tuple(v * _SCALE for v in end)]
        self.sheet.draw.line(points, fill=colour, width=3)

    def portrait(self, at: tuple[int, int], size: tuple[int, int]) -> None:
        portrait(self.sheet, _doubled(at), _doubled(size))

    def rosette(self, centre: tuple[int, int], radius: int) -> None:
        rosette(self.sheet, _doubled(centre), radius * _SCALE)

    def seal(self, centre: tuple[int, int], radius: int, text: str) -> None:
        seal(self.sheet, _doubled(centre), radius * _SCALE, text)

    def frame(self) -> None:
        frame(self.sheet)

    def code_square(self, at: tuple[int, int], side: int, seed: str) -> None:
        """Black and white modules like those of a two-dimensional code; it encodes nothing."""
        rng = np.random.default_rng(sum(map(ord, seed)))
        modules = (rng.random((29, 29)) < 0.5).astype(np.uint8) * 255
        for y, x in ((0, 0), (0, 22), (22, 0)):
            modules[y : y + 7, x : x + 7] = 0
            modules[y + 1 : y + 6, x + 1 : x + 6] = 255
            modules[y + 2 : y + 5, x + 2 : x + 5] = 0
        picture = Image.fromarray(modules).resize((side * _SCALE,) * 2, Image.Resampling.NEAREST)
        self.sheet.image.paste(picture.convert("RGB"), _doubled(at))

    def finished(self, *, sample_at: tuple[int, int]) -> Drawn:
        """The paper, with 样本 SAMPLE once, small, at this place."""
        self.text(sample_at, "样本 SAMPLE", 17, ink=(150, 154, 160))
        image, stretch = self.sheet.image, self._stretch
        if stretch != 1.0:
            image = image.resize((round(image.width * stretch), image.height))
        places = {
            key: (left * stretch, top, right * stretch, bottom)
            for key, (left, top, right, bottom) in self.places.items()
        }
        return Drawn(np.asarray(image), places)

    def _remember(self, key: str, rect: tuple[float, ...]) -> None:
        left, top, right, bottom = rect
        if key in self.places:
            old = self.places[key]
            left, top = min(left, old[0]), min(top, old[1])
            right, bottom = max(right, old[2]), max(bottom, old[3])
        self.places[key] = (left, top, right, bottom)


def wrapped(text: str, size: int, width: float) -> list[str]:
    """Lines no wider than `width`, broken between any two characters."""
    lines = [""]
    for character in text:
        if lines[-1] and font(size).getlength(lines[-1] + character) > width:
            lines.append("")
        lines[-1] += character
    return lines


def _doubled(pair: tuple[int, int]) -> tuple[int, int]:
    return pair[0] * _SCALE, pair[1] * _SCALE
