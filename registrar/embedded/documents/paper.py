"""Paper to draw on: tinted, a little grainy as a photo is, saved as JPEG."""

import io
import random
import zlib

from PIL import Image, ImageChops, ImageDraw

from .font import font

Colour = tuple[int, int, int]
INK: Colour = (34, 34, 38)
FAINT: Colour = (120, 124, 132)
_GRAIN = 22
_QUALITY = 90


class Sheet:
    """One document in the making: `draw` on `image`, then `jpeg`. Pixels, from the top left."""

    def __init__(self, size: tuple[int, int], tint: Colour) -> None:
        self.image = Image.new("RGB", size, tint)
        self.draw = ImageDraw.Draw(self.image)

    def text(
        self, at: tuple[int, int], text: str, size: int, *, ink: Colour = INK, anchor: str = "la"
    ) -> None:
        self.draw.text(at, text, fill=ink, font=font(size), anchor=anchor)

    def paragraph(self, at: tuple[int, int], text: str, size: int, *, width: int) -> int:
        """Text that wraps after `width` pixels; returns the height that it took."""
        x, y = at
        for line in _wrapped(text, size, width):
            self.text((x, y), line, size)
            y += size * 3 // 2
        return y - at[1]

    def mark_as_sample(self) -> None:
        """Small and in the lower left corner, away from everything that is read."""
        self.text((80, self.image.height - 74), "样本 SAMPLE", 22, ink=FAINT)

    def jpeg(self) -> bytes:
        """The finished picture; its grain depends on nothing but what was drawn."""
        seed = zlib.crc32(self.image.tobytes())
        noise = random.Random(seed).randbytes(self.image.width * self.image.height)  # noqa: S311
        grain = Image.frombytes("L", self.image.size, noise).point(
            lambda value: 128 + (value - 128) * _GRAIN // 256
        )
        grained = ImageChops.add(self.image, Image.merge("RGB", (grain,) * 3), 1, -128)
        output = io.BytesIO()
        grained.save(output, "JPEG", quality=_QUALITY, dpi=(300, 300))
        return output.getvalue()


def _wrapped(text: str, size: int, width: int) -> list[str]:
    lines = [""]
    for character in text:
        if lines[-1] and font(size).getlength(lines[-1] + character) > width:
            lines.append("")
        lines[-1] += character
    return lines
