"""Pages with known lines of text, as reading would hand them to the measures: without OCR."""

from collections.abc import Callable, Sequence

import cv2
import numpy as np
from PIL import Image, ImageDraw

from registrar.embedded.documents.font import font
from verification.reading.lines import Line, Page
from verification.reading.model import DocumentReading
from verification.reading.quality.seen import Recognise, Seen, look_at

SIZE = (1200, 760)
TEXTS = (
    "姓名 张小明",
    "性别 男 民族 汉",
    "出生 1988 年 5 月 1 日",
    "住址 安徽省合肥市蜀山区体育东路",
    "路313号21幢4单元1501室",
    "公民身份号码 340104198805017244",
)
DESK, PAPER, INK = (120, 96, 70), (228, 234, 238), (40, 40, 44)
PORTRAIT = (820, 180, 1040, 460)
SEAL = (860, 480, 1040, 660)


def drawn(*, portrait: bool = True, seal: bool = False) -> np.ndarray:
    """A card on a desk, sharp."""
    image = Image.new("RGB", SIZE, DESK)
    pencil = ImageDraw.Draw(image)
    pencil.rectangle((60, 60, 1140, 700), fill=PAPER)
    for row, text in enumerate(TEXTS):
        pencil.text((100, 100 + 96 * row), text, fill=INK, font=font(40))
    if portrait:
        pencil.rectangle(PORTRAIT, fill=(206, 160, 130))
        pencil.rectangle((840, 340, 1020, 460), fill=(40, 60, 130))
    if seal:
        pencil.ellipse(SEAL, outline=(214, 96, 98), width=7)
        pencil.regular_polygon((950, 570, 20), 5, fill=(214, 96, 98))
    return np.asarray(image)


def stamped(
    pixels: np.ndarray,
    rows: Sequence[str],
    *,
    colour: tuple[int, int, int] = (200, 40, 40),
    angle: float = 20,
    size: int = 80,
    frame: bool = False,
) -> np.ndarray:
    """With translucent text laid over its middle, rising to the right by `angle`."""
    wide, high = int(max(map(len, rows)) * size * 1.1), int(len(rows) * size * 1.4 + size / 2)
    stamp = Image.new("RGBA", (wide, high), (*colour, 0))
    pencil = ImageDraw.Draw(stamp)
    ink = (*colour, 150)
    if frame:
        pencil.rectangle((2, 2, wide - 3, high - 3), outline=ink, width=6)
    for row, text in enumerate(rows):
        at = (wide / 2, size * (0.8 + 1.4 * row))
        pencil.text(at, text, fill=ink, font=font(size), anchor="mm", stroke_width=2)
    turned = stamp.rotate(angle, expand=True, resample=Image.Resampling.BICUBIC)
    over = Image.new("RGBA", (pixels.shape[1], pixels.shape[0]))
    over.paste(turned, ((over.width - turned.width) // 2, (over.height - turned.height) // 2))
    return np.asarray(Image.alpha_composite(Image.fromarray(pixels).convert("RGBA"), over))[..., :3]


def line(text: str, left: float, top: float, *, height: float = 56, angle: float = 0) -> Line:
    """A line that begins there, leaning by `angle`; each character is as wide as it is high."""
    wide = sum(1.0 if ord(character) > 255 else 0.55 for character in text) * height / 1.4
    corners = np.array([(0, 0), (wide, 0), (wide, height), (0, height)], np.float32)
    sine, cosine = np.sin(np.radians(angle)), np.cos(np.radians(angle))
    turned = corners @ np.array([(cosine, sine), (-sine, cosine)], np.float32)
    quad = np.asarray(turned + np.array((left, top), np.float32), np.float32)
    return Line(text, 0.98, (), quad)


def card_lines() -> tuple[Line, ...]:
    return tuple(line(text, 92, 94 + 96 * row) for row, text in enumerate(TEXTS))


def seen(
    pixels: np.ndarray,
    lines: Sequence[Line] | None = None,
    *,
    scale: float = 1,
    file_scale: float = 1,
    document: DocumentReading | None = None,
    kind: str = "",
    recognise: Recognise | None = None,
) -> Seen:
    """What the measures get; `scale` makes picture and lines larger or smaller, `file_scale`
    the file alone."""
    found = card_lines() if lines is None else tuple(lines)
    if scale != 1:
        pixels = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    scaled = tuple(Line(x.text, x.confidence, (), x.quad * np.float32(scale)) for x in found)
    quads = np.array([x.quad for x in scaled], np.float32).reshape(-1, 4, 2)
    page = Page(np.asarray(pixels, np.uint8), 0, scaled, quads)
    told = document or DocumentReading(type=kind)
    return look_at(page, told, file_scale=file_scale, recognise=recognise)


def soft(sigma: float) -> Callable[[np.ndarray], np.ndarray]:
    return lambda pixels: cv2.GaussianBlur(pixels, (0, 0), sigma)


def shaken(length: int, *, upright: bool = False) -> Callable[[np.ndarray], np.ndarray]:
    kernel = np.ones((length, 1) if upright else (1, length), np.float32) / length
    return lambda pixels: cv2.filter2D(pixels, -1, kernel)


def copied(pixels: np.ndarray) -> np.ndarray:
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    return np.repeat(grey[..., None], 3, axis=2)


def lit(pixels: np.ndarray, *, warm: float = 0.0, noise: float = 2.0) -> np.ndarray:
    """Under a lamp whose light is tinted and falls off to one side."""
    falling = np.linspace(1.0, 0.85, pixels.shape[1])[None, :, None]
    grain = np.random.default_rng(4).normal(0, noise, pixels.shape)
    tinted = pixels * falling * (1 + warm, 1.0, 1 - warm) * 0.9
    return np.clip(tinted + grain, 0, 255).astype(np.uint8)
