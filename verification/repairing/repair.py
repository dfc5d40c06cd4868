"""Mending one picture for an authority."""

from PIL import Image

from verification.materials_rules import (
    AuthorityProfile,
    PictureFacts,
    PictureRefused,
    inspect_picture,
)

from .changes import Change, plan_repair
from .fitting import fit
from .legible_size import least_scale
from .opening import Opened, open_picture, upright_pixels
from .repaired import Repaired, RepairImpossible


def repair_picture(
    content: bytes, profile: AuthorityProfile, *, turned: int | None = None
) -> Repaired:
    """Return a picture that `profile` takes: the same bytes where nothing need be changed, else
    upright eight-bit sRGB without metadata, in as many pixels and as much quality as fit.

    `turned`: degrees clockwise that bring the stored pixels upright, EXIF orientation included
    (PictureReading.turned); None: the EXIF orientation is believed. Raises PictureRefused for
    what an upload may not bring (too few bytes, damaged, hostile), RepairImpossible where the
    limits can't be met legibly, ValueError for a turn that is none.
    """
    opened = open_picture(content, profile)
    changes = _plan(opened, profile, turned)
    if not changes:
        return Repaired(content=content, before=(opened.facts,), after=opened.facts)
    image = upright_pixels(opened, turned=turned)
    least = least_scale(image.size)
    return written(image, profile, before=(opened.facts,), changes=changes, least=least)


def written(
    image: Image.Image,
    profile: AuthorityProfile,
    *,
    before: tuple[PictureFacts, ...],
    changes: tuple[Change, ...],
    least: float,
) -> Repaired:
    """Return `image` (RGB, upright) as a file that `profile` has been asked about and takes."""
    fitted = fit(image, profile, least_scale=least)
    try:
        after = inspect_picture(fitted.content, profile)
    except PictureRefused as refused:
        raise RepairImpossible(refused.code, **refused.params) from refused
    smaller = {Change.SIZE} if fitted.scale < 1 else set()
    return Repaired(
        content=fitted.content,
        before=before,
        after=after,
        changes=tuple(change for change in Change if change in smaller | set(changes)),
        quality=fitted.quality,
        scale=fitted.scale,
    )


def _plan(opened: Opened, profile: AuthorityProfile, turned: int | None) -> tuple[Change, ...]:
    return plan_repair(
        opened.facts,
        profile,
        turned=turned or 0,
        orientation=opened.orientation,
        more_frames=opened.more_frames,
    )
