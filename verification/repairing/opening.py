"""Opening a picture that has passed the checks of an upload."""

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from verification.materials_rules import (
    AuthorityProfile,
    PictureFacts,
    PictureRefused,
    RefusalCode,
    for_intake,
    inspect_picture,
)
from verification.materials_rules.decoding import decode, open_header
from verification.materials_rules.frames import has_other_pages
from verification.materials_rules.inspect import checked_picture
from verification.materials_rules.orientations import check_turn, orientation_of, turn_upright
from verification.materials_rules.refusals import OUT_OF_MEANS

from .colours import to_srgb


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A checked picture: its facts, the EXIF orientation of the file, whether frames follow."""

    content: bytes
    facts: PictureFacts
    orientation: int
    more_frames: bool


def open_picture(content: bytes, profile: AuthorityProfile) -> Opened:
    """Return what an upload for `profile` may bring. Raises PictureRefused and nothing else."""
    facts = inspect_picture(content, for_intake(profile))
    try:
        with open_header(content, facts.format) as image:
            return Opened(
                content=content,
                facts=facts,
                orientation=orientation_of(image),
                more_frames=has_other_pages(image, content, facts.format),
            )
    except OUT_OF_MEANS:
        raise
    except Exception as error:
        raise PictureRefused(RefusalCode.CORRUPT, format=facts.format) from error


def upright_pixels(
    opened: Opened, *, turned: int | None, enough: tuple[int, int] | None = None
) -> Image.Image:
    """Return the first frame upright, as eight-bit sRGB. Raises PictureRefused.

    `turned`: degrees clockwise that bring the stored pixels upright, EXIF orientation
    included; None: as the EXIF orientation says. `enough`: pixels that suffice, so that a
    JPEG need not be decoded at its full size.
    """
    name = opened.facts.format
    try:
        with open_header(opened.content, name) as image:
            if enough:
                image.draft(None, enough)
            decode(image)
            # Asked again: Pillow turns a TIFF, and libheif a HEIC, while decoding it.
            orientation = orientation_of(image)
            return turn_upright(to_srgb(image), orientation=orientation, turned=turned)
    except OUT_OF_MEANS:
        raise
    except Exception as error:
        # Whatever a decoder raises: the file is at fault (verification.materials_rules.inspect).
        raise PictureRefused(RefusalCode.CORRUPT, format=name) from error


def stored_pixels(
    content: bytes,
    profile: AuthorityProfile,
    *,
    turned: int | None,
    enough: tuple[int, int] | None = None,
    place: Callable[[tuple[int, int]], tuple[int, int, int, int]] | None = None,
) -> Image.Image:
    """The same of a picture that was checked in full when it came: only its header is checked
    again, and it is decoded once.

    `place` tells by the upright size which pixels are wanted; colours are converted of these
    alone. Raises PictureRefused, and ValueError for a turn that is none.
    """
    if turned is not None:
        check_turn(turned)
    with checked_picture(content, for_intake(profile)) as (_, image):
        if enough:
            image.draft(None, enough)
        decode(image)
        upright = turn_upright(image, orientation=orientation_of(image), turned=turned)
        return to_srgb(upright.crop(place(upright.size)) if place else upright)
