"""Judging an uploaded picture by its content alone."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from PIL import Image, ImageFile

from .decoding import decode, open_header
from .frames import has_more_frames
from .headers import reaches_a_scan, webp_size
from .profile_model import AuthorityProfile
from .reading import accepted_format, read_within_limits
from .refusals import OUT_OF_MEANS, PictureRefused, RefusalCode
from .scans import has_more_scans

MAX_PIXELS = 40_000_000
MAX_FRAMES = 20  # a scanned document has a few pages; an animation has many
MAX_SCANS = 100  # a progressive JPEG has about ten; each one costs a pass over all pixels
MIN_LONG_SIDE = 300  # pixels; below, no document number can be read
MIN_SHORT_SIDE = 200
# Times the short side: no document is such a strip, and formats and recognisers fail on it.
MAX_SIDES = 20


@dataclass(frozen=True, kw_only=True)
class PictureFacts:
    """What a picture is: real format, size in bytes, first frame in pixels, digest in hex."""

    format: str
    bytes: int
    width: int
    height: int
    sha256: str


def inspect_picture(data: bytes | BinaryIO, profile: AuthorityProfile) -> PictureFacts:
    """Return the facts of a picture that `profile` accepts.

    Raises PictureRefused and nothing else, whatever the bytes are, except where the process has
    no memory or no time left, which says nothing about the picture. The upper limit comes
    first, then the format by content, the lower limit, pixels and frames from the header, and
    only then a full decode of the first frame; so no file is decoded that could fill the memory.
    Width and height are as stored, before any EXIF rotation.
    """
    content = read_within_limits(data, profile)
    with checked_picture(content, profile) as (format_name, image):
        width, height = image.size
        decode(image)
    return PictureFacts(
        format=format_name,
        bytes=len(content),
        width=width,
        height=height,
        sha256=hashlib.sha256(content).hexdigest(),
    )


@contextmanager
def checked_picture(
    content: bytes, profile: AuthorityProfile
) -> Iterator[tuple[str, ImageFile.ImageFile]]:
    """The real format, and the picture with nothing but its header read and within the limits.

    Decoding is for the caller; whatever it raises becomes PictureRefused, as everything here.
    """
    format_name = accepted_format(content, profile)
    _check_header(content, format_name)
    try:
        with open_header(content, format_name) as image:
            _check_pixels(*image.size)
            _check_frames(image, content, format_name)
            yield format_name, image
    except (PictureRefused, *OUT_OF_MEANS):
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except Exception as error:
        # Decoders raise almost anything on broken input: SyntaxError, struct.error,
        # zlib.error, warnings. For the user they are all one thing.
        raise PictureRefused(RefusalCode.CORRUPT, format=format_name) from error


def _check_header(content: bytes, format_name: str) -> None:
    """Refuse what merely opening would cost too much."""
    if format_name == "jpeg" and not reaches_a_scan(content):
        raise PictureRefused(RefusalCode.CORRUPT, format=format_name)
    size = webp_size(content) if format_name == "webp" else None
    if size:
        _check_pixels(*size)


def _check_pixels(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise _too_many_pixels()
    if max(width, height) < MIN_LONG_SIDE or min(width, height) < MIN_SHORT_SIDE:
        raise PictureRefused(
            RefusalCode.LOW_RESOLUTION,
            width=width,
            height=height,
            min_width=MIN_LONG_SIDE,
            min_height=MIN_SHORT_SIDE,
        )
    if max(width, height) > MAX_SIDES * min(width, height):
        raise PictureRefused(RefusalCode.LOW_RESOLUTION, reason="sides", width=width, height=height)


def _too_many_pixels() -> PictureRefused:
    return PictureRefused(RefusalCode.TOO_LARGE, reason="pixels", max_pixels=MAX_PIXELS)


def _check_frames(image: ImageFile.ImageFile, content: bytes, format_name: str) -> None:
    if has_more_frames(image, content, format_name, MAX_FRAMES):
        raise PictureRefused(RefusalCode.FORMAT_UNSUPPORTED, reason="frames", max_frames=MAX_FRAMES)
    if format_name == "jpeg" and has_more_scans(content, MAX_SCANS):
        raise PictureRefused(RefusalCode.CORRUPT, format=format_name)
