"""Any picture as eight-bit sRGB without transparency, which is what everybody shows alike."""

from io import BytesIO

import numpy as np
from PIL import Image, ImageCms

_WHITE = "white"
_MAX_ICC_BYTES = 4 * 1024 * 1024  # printing profiles have up to 2 MB
_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
_LAB = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))


def to_srgb(image: Image.Image) -> Image.Image:
    """Return the picture as RGB with nothing but its pixels: no profile, EXIF, place or comment.

    Colours follow an embedded ICC profile where that can be read; what is transparent is
    white, as on paper.
    """
    icc = image.info.get("icc_profile")
    flat = _on_white(_eight_bits(image))
    shown = _in_srgb(flat, icc).convert("RGB")
    shown.info.clear()
    return shown


def _eight_bits(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I;16"):
        return Image.fromarray((np.asarray(image) >> 8).astype(np.uint8))
    if image.mode in ("I", "F"):
        return _stretched(image)
    return image


def _stretched(image: Image.Image) -> Image.Image:
    """Numbers without a known white: the smallest becomes black, the largest white."""
    values = np.nan_to_num(np.asarray(image, dtype=np.float64), posinf=0, neginf=0)
    low, high = float(values.min()), float(values.max())
    spread = (values - low) / (high - low) if high > low else np.ones_like(values)
    return Image.fromarray((spread * 255).astype(np.uint8))


def _on_white(image: Image.Image) -> Image.Image:
    if image.has_transparency_data:
        seen = image.convert("RGBA")
        paper = Image.new("RGB", image.size, _WHITE)
        paper.paste(seen, mask=seen.getchannel("A"))
        return paper
    if image.mode in ("P", "1", "HSV", "YCbCr", "RGBX"):
        return image.convert("RGB")
    return image


def _in_srgb(image: Image.Image, icc: object) -> Image.Image:
    profile = _LAB if image.mode == "LAB" else _read_profile(icc)
    if profile is None:
        return image
    try:
        return ImageCms.profileToProfile(image, profile, _SRGB, outputMode="RGB") or image
    except (ImageCms.PyCMSError, ValueError):
        return image  # made for other colours than the picture has; better unmanaged than lost


def _read_profile(icc: object) -> ImageCms.ImageCmsProfile | None:
    """The profile when it says something else than sRGB."""
    if not isinstance(icc, bytes) or not 0 < len(icc) <= _MAX_ICC_BYTES:
        return None
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(icc))
        described = ImageCms.getProfileDescription(profile)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None
    return None if "sRGB" in described else profile
