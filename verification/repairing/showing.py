"""Pictures for people to look at: whole and upright, or the place that a finding is about."""

import threading
from dataclasses import replace
from math import ceil, floor

from PIL import Image

from verification.materials_rules import DEFAULT_PROFILE, get_profile
from verification.reading.model import Box

from .encoding import encode
from .opening import stored_pixels
from .scaling import scaled

PREVIEW_SIDE = 1600  # pixels: fills a screen, a licence's print can be read
CROP_SIDE = 800
_QUALITY = 85
_WHOLE = Box(0.0, 0.0, 1.0, 1.0)
# Whatever was stored may be looked at, also what no authority takes.
_ANY = replace(get_profile(DEFAULT_PROFILE), min_bytes=0)
# A picture of 40 million pixels takes 160 MB while it is decoded, and a page asks for many
# pictures at once: in one process no more than these wait for nobody.
_decoding = threading.BoundedSemaphore(2)


def upright_preview(
    content: bytes, *, turned: int | None = None, max_side: int = PREVIEW_SIDE
) -> bytes:
    """Return the picture upright as a JPEG of at most `max_side` pixels, without metadata.

    Serves formats that browsers don't show. `turned` is that of `repair_picture`. Raises
    PictureRefused, and ValueError for a turn that is none.
    """
    with _decoding:
        image = stored_pixels(content, _ANY, turned=turned, enough=(max_side, max_side))
        return encode(_within(image, max_side), "jpeg", _QUALITY)


def crop(
    content: bytes,
    box: Box | None,
    *,
    turned: int | None,
    margin: float = 0.5,
    max_side: int = CROP_SIDE,
) -> bytes:
    """Return a place of the upright picture as a small JPEG; `box` None: all of it.

    `margin`: added on each side, in heights of the box (in widths, where that is less), so
    that what stands beside the text is seen. Places outside are cut to the picture. Raises
    what `upright_preview` raises.
    """

    def place(size: tuple[int, int]) -> tuple[int, int, int, int]:
        return _pixels(box or _WHOLE, size, margin if box else 0.0)

    with _decoding:
        image = stored_pixels(content, _ANY, turned=turned, place=place)
        return encode(_within(image, max_side), "jpeg", _QUALITY)


def _pixels(box: Box, size: tuple[int, int], margin: float) -> tuple[int, int, int, int]:
    """The box with its margin in whole pixels, at least one of them inside the picture."""
    width, height = size
    left, right = sorted((_share(box.left) * width, _share(box.right) * width))
    top, bottom = sorted((_share(box.top) * height, _share(box.bottom) * height))
    extra = margin * min(bottom - top, right - left)
    x, y = max(0, floor(left - extra)), max(0, floor(top - extra))
    x, y = min(x, width - 1), min(y, height - 1)
    return (
        x,
        y,
        max(x + 1, min(width, ceil(right + extra))),
        max(y + 1, min(height, ceil(bottom + extra))),
    )


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))


def _within(image: Image.Image, max_side: int) -> Image.Image:
    return scaled(image, min(1.0, max_side / max(image.size)))
