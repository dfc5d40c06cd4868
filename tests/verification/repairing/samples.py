"""Pictures to be mended, made on the spot: a photo-like ground, each corner of another colour."""

from collections.abc import Callable
from functools import cache
from io import BytesIO

import numpy as np
from PIL import ExifTags, Image

from verification.materials_rules import PictureRefused
from verification.repairing.repaired import Repaired, RepairImpossible

# What a sound picture may be refused for.
LIMITS = {"image_too_small", "image_too_large", "image_low_resolution"}
CORNERS = {"red": (200, 30, 30), "green": (30, 160, 40), "blue": (40, 60, 200), "grey": (90,) * 3}


@cache
def photo(width: int = 1600, height: int = 1000, grain: int = 12) -> Image.Image:
    """Red top left, green top right, blue bottom left, grey bottom right, with grain."""
    pixels = np.zeros((height, width, 3), dtype=np.int16)
    middle, half = height // 2, width // 2
    pixels[:middle, :half], pixels[:middle, half:] = CORNERS["red"], CORNERS["green"]
    pixels[middle:, :half], pixels[middle:, half:] = CORNERS["blue"], CORNERS["grey"]
    pixels += np.random.default_rng(5).integers(-grain, grain + 1, pixels.shape, dtype=np.int16)
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))


def saved(image: Image.Image, format_name: str, **options: object) -> bytes:
    target = BytesIO()
    image.save(target, format_name.upper(), **options)
    return target.getvalue()


def with_orientation(orientation: int, format_name: str = "jpeg") -> bytes:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    return saved(photo(), format_name, exif=exif)


def corners(content: bytes | Image.Image) -> tuple[str, ...]:
    """The colours that are seen top left, top right, bottom left, bottom right."""
    image = content if isinstance(content, Image.Image) else Image.open(BytesIO(content))
    pixels = np.asarray(image.convert("RGB"), dtype=float)
    across, down = pixels.shape[1] // 4, pixels.shape[0] // 4
    places = [
        pixels[:down, :across],
        pixels[:down, -across:],
        pixels[-down:, :across],
        pixels[-down:, -across:],
    ]
    return tuple(colour_name(place.mean(axis=(0, 1))) for place in places)


def colour_name(colour: object) -> str:
    seen = np.asarray(colour)
    return min(CORNERS, key=lambda name: float(abs(seen - CORNERS[name]).sum()))


def repaired_or_code(repair: Callable[[], Repaired]) -> Repaired | str:
    """What `repair` gives, or the code with which it, or an upload, refuses."""
    try:
        return repair()
    except (RepairImpossible, PictureRefused) as refused:
        return str(refused.code)


def opened(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    image.load()
    return image
