"""Finding the best file within an authority's limits: as many pixels, then as much quality."""

from dataclasses import dataclass
from math import sqrt

from PIL import Image

from verification.materials_rules import AuthorityProfile, RefusalCode
from verification.materials_rules.inspect import MAX_PIXELS

from .changes import best_format
from .encoding import LONGEST_SIDE, LOSSY, encode
from .repaired import RepairImpossible
from .scaling import scaled

BEST_QUALITY = 95
# Beyond, a file grows more than it gains: only where it would else have too few bytes.
FINEST_QUALITY = 100
# Below, the edges of small print begin to fray; fewer pixels are then the lesser evil.
LEAST_QUALITY = 80
_GENTLE, _STEEP = 0.9, 0.4  # one step of scaling at least and at most


@dataclass(frozen=True, slots=True)
class Fitted:
    """A file within the limits, and how it was made."""

    content: bytes
    quality: int | None
    scale: float


def fit(image: Image.Image, profile: AuthorityProfile, *, least_scale: float) -> Fitted:
    """Return `image` (RGB) within the bytes that `profile` takes, in its `best_format`.

    At full size in the highest quality from 95 down to 80 that fits; else made smaller step
    by step, never below `least_scale`. What has too few bytes so keeps more of the original, in
    the least quality up to 100 that is enough. Raises RepairImpossible: image_too_large when
    it can't be made small enough, image_too_small when even the finest has fewer bytes than the
    least: nothing is padded or blown up.
    """
    name = best_format(profile)
    scale = _largest_scale(image, name)
    if scale < least_scale:
        raise RepairImpossible(RefusalCode.TOO_LARGE, reason="pixels", max_pixels=MAX_PIXELS)
    while scale >= least_scale:
        pixels = scaled(image, scale)
        least = _try(pixels, name, LEAST_QUALITY)
        if len(least) <= profile.max_bytes:
            content, quality = _best(pixels, name, least, profile.max_bytes)
            if len(content) < profile.min_bytes:
                content, quality = _finer(pixels, name, content, profile)
            return Fitted(content, quality, scale)
        scale = _next_scale(scale, len(least) / profile.max_bytes, least_scale)
    raise RepairImpossible(
        RefusalCode.TOO_LARGE, reason="bytes", bytes=len(least), max_bytes=profile.max_bytes
    )


def _best(image: Image.Image, name: str, least: bytes, limit: int) -> tuple[bytes, int | None]:
    """The highest quality within `limit`, by halving; `least` is known to be."""
    if name not in LOSSY:
        return least, None
    best, low, high = least, LEAST_QUALITY, BEST_QUALITY
    quality = high  # most often all of it fits
    while low < high:
        tried = encode(image, name, quality)
        if len(tried) <= limit:
            best, low = tried, quality
        else:
            high = quality - 1
        quality = (low + high + 1) // 2
    return best, low


def _finer(
    image: Image.Image, name: str, best: bytes, profile: AuthorityProfile
) -> tuple[bytes, int]:
    """In more than the best quality, as `best` has too few bytes for the profile."""
    finer = range(BEST_QUALITY + 1, FINEST_QUALITY + 1) if name in LOSSY else ()
    for quality in finer:
        content = encode(image, name, quality)
        if profile.min_bytes <= len(content) <= profile.max_bytes:
            return content, quality
    raise RepairImpossible(RefusalCode.TOO_SMALL, bytes=len(best), min_bytes=profile.min_bytes)


def _try(image: Image.Image, name: str, quality: int) -> bytes:
    return encode(image, name, quality if name in LOSSY else None)


def _largest_scale(image: Image.Image, name: str) -> float:
    """1.0, or what brings the picture within what the format and our own limit can hold."""
    longest = LONGEST_SIDE.get(name, MAX_PIXELS) / max(image.size)
    return min(1.0, longest, sqrt(MAX_PIXELS / (image.width * image.height)))


def _next_scale(scale: float, excess: float, least_scale: float) -> float:
    """Bytes go roughly with the pixels; the least scale is tried before giving up."""
    step = min(_GENTLE, max(_STEEP, sqrt(1 / excess)))
    smaller = scale * step
    return least_scale if smaller < least_scale < scale else smaller
