"""Invented ornaments: a portrait without a face, a rosette, a frame, a red seal.

None is a real emblem: they only stand where the real ones stand.
"""

import math

from PIL import Image, ImageDraw

from .font import font
from .paper import Colour, Sheet

_RED: Colour = (196, 38, 38)
_GOLD: Colour = (188, 142, 52)
_SKIN: Colour = (214, 184, 160)
_CLOTH: Colour = (66, 84, 116)
_BACKGROUND: Colour = (224, 232, 240)


def portrait(sheet: Sheet, at: tuple[int, int], size: tuple[int, int]) -> None:
    """Head and shoulders as a silhouette."""
    picture = Image.new("RGB", size, _BACKGROUND)
    draw = ImageDraw.Draw(picture)
    width, height = size
    middle, head = width // 2, width // 4
    draw.ellipse((-width // 12, height * 2 // 3, width * 13 // 12, height * 4 // 3), fill=_CLOTH)
    draw.rectangle((middle - head // 2, height // 2, middle + head // 2, height * 3 // 4), _SKIN)
    draw.ellipse((middle - head, height // 6, middle + head, height * 3 // 5), fill=_SKIN)
    draw.pieslice((middle - head, height // 6, middle + head, height // 2), 180, 360, (40, 36, 34))
    sheet.image.paste(picture, at)


def rosette(sheet: Sheet, centre: tuple[int, int], radius: int) -> None:
    """Rays around a disc, where a licence carries the state's emblem."""
    x, y = centre
    for step in range(24):
        angle = step * math.tau / 24
        end = (x + radius * math.cos(angle), y + radius * math.sin(angle))
        sheet.draw.line((centre, end), fill=_GOLD, width=max(2, radius // 12))
    inner = radius * 3 // 4
    sheet.draw.ellipse((x - inner, y - inner, x + inner, y + inner), fill=_RED, outline=_GOLD)
    sheet.draw.regular_polygon((x, y, inner // 2), 6, fill=_GOLD)


def frame(sheet: Sheet) -> None:
    """A double border with knots in its corners."""
    width, height = sheet.image.size
    for inset, thickness in ((36, 10), (56, 3)):
        box = (inset, inset, width - inset, height - inset)
        sheet.draw.rectangle(box, outline=_GOLD, width=thickness)
    for x in (46, width - 46):
        for y in (46, height - 46):
            sheet.draw.regular_polygon((x, y, 26), 4, rotation=45, fill=_GOLD)


def seal(sheet: Sheet, centre: tuple[int, int], radius: int, text: str) -> None:
    """A round red seal with `text` along its upper edge, slightly transparent like ink."""
    side = radius * 2
    ink = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    draw = ImageDraw.Draw(ink)
    red = (*_RED, 205)
    draw.ellipse((4, 4, side - 5, side - 5), outline=red, width=radius // 14)
    draw.regular_polygon((radius, radius, radius // 4), 5, fill=red)
    for index, character in enumerate(text):
        angle = -205 + 230 * (index + 0.5) / len(text)
        _stamp(ink, character, angle=angle, colour=red)
    sheet.image.paste(ink, (centre[0] - radius, centre[1] - radius), ink)


def _stamp(
    ink: Image.Image, character: str, *, angle: float, colour: tuple[int, int, int, int]
) -> None:
    """One character inside the ring, its foot towards the centre; degrees from the right."""
    radius, size = ink.width // 2, ink.width // 8
    glyph = Image.new("RGBA", (size * 2, size * 2), (0, 0, 0, 0))
    ImageDraw.Draw(glyph).text((size, size), character, fill=colour, font=font(size), anchor="mm")
    turned = glyph.rotate(-angle - 90, resample=Image.Resampling.BICUBIC)
    x = radius + (radius - size) * math.cos(math.radians(angle)) - size
    y = radius + (radius - size) * math.sin(math.radians(angle)) - size
    ink.alpha_composite(turned, (max(0, round(x)), max(0, round(y))))
