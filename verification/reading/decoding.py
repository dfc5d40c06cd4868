"""From the bytes of a file to pixels that stand as its EXIF orientation says."""

from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from verification.materials_rules import DEFAULT_PROFILE, for_intake, get_profile
from verification.materials_rules.decoding import decode
from verification.materials_rules.frames import has_other_pages
from verification.materials_rules.inspect import checked_picture
from verification.materials_rules.orientations import orientation_of, turn_of, turn_upright
from verification.materials_rules.reading import read_within_limits

# Height x width x (red, green, blue), 0 to 255.
Pixels: TypeAlias = NDArray[np.uint8]

# More is of no use to reading, only of weight: an A4 page at 350 dpi.
MAX_SIDE = 4200
# A JPEG of at least twice as many is decoded at half its size, which is cheaper.
_ENOUGH = 2500
# What an upload may bring, down to the smallest file.
_LIMITS = replace(for_intake(get_profile(DEFAULT_PROFILE)), min_bytes=0)
_WIDE_MODES = ("I", "F")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Picture:
    """`width`, `height` and `orientation` (EXIF) are those of the file, `more_frames` whether
    others follow; `turned` is what the orientation asked of the decoded pixels.

    `pixels` are turned so already, and scaled down to MAX_SIDE.
    """

    format: str
    bytes: int
    width: int
    height: int
    orientation: int
    more_frames: bool
    turned: int
    pixels: Pixels


def decode_picture(content: bytes) -> Picture:
    """The first frame. Raises PictureRefused and nothing else, whatever the bytes are.

    The limits are those of an upload, all checked before anything is decoded.
    """
    read_within_limits(content, _LIMITS)
    with checked_picture(content, _LIMITS) as (format_name, image):
        width, height = image.size
        stated = orientation_of(image)
        more_frames = has_other_pages(image, content, format_name)
        image.draft("RGB", (_ENOUGH, _ENOUGH))
        decode(image)
        # Asked again: Pillow turns a TIFF, and libheif a HEIC, while decoding it.
        orientation = orientation_of(image)
        flat = _as_rgb(_smaller(image))
        pixels = np.asarray(turn_upright(flat, orientation=orientation, turned=None))
    return Picture(
        format=format_name,
        bytes=len(content),
        width=width,
        height=height,
        orientation=stated,
        more_frames=more_frames,
        turned=turn_of(orientation),
        pixels=pixels,
    )


def _smaller(image: Image.Image) -> Image.Image:
    scale = MAX_SIDE / max(image.size)
    if scale >= 1 or image.mode.startswith(_WIDE_MODES):
        return image
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    if image.mode in ("P", "1"):
        return image.resize(size)
    return image.resize(size, Image.Resampling.BOX)


def _as_rgb(image: Image.Image) -> Image.Image:
    if image.mode.startswith(_WIDE_MODES):
        return _from_wide(image)
    if "transparency" in image.info or image.mode in ("RGBA", "LA", "PA", "RGBa", "La"):
        flat = Image.new("RGBA", image.size, "white")
        flat.alpha_composite(image.convert("RGBA"))
        return flat.convert("RGB")
    return image if image.mode == "RGB" else image.convert("RGB")


def _from_wide(image: Image.Image) -> Image.Image:
    """16 and more bits a pixel: spread between its darkest and lightest to 8."""
    values = np.asarray(image).astype(np.float32)
    values = np.asarray(np.nan_to_num(values, posinf=0, neginf=0), np.float32)
    if image.mode.startswith("I;16"):
        values = values / np.float32(256)
    elif values.max() > 255 or values.min() < 0:
        values = (values - values.min()) * np.float32(255 / max(1.0, float(np.ptp(values))))
    grey = Image.fromarray(values.clip(0, 255).astype(np.uint8))
    return _smaller(grey).convert("RGB")
