"""Front and back of a document in one picture."""

from math import sqrt

from PIL import Image

from verification.materials_rules import AuthorityProfile
from verification.materials_rules.inspect import MAX_PIXELS

from .changes import Change, best_format
from .legible_size import least_scale
from .opening import open_picture, upright_pixels
from .repair import written
from .repaired import Repaired
from .scaling import resized

# Pixels of width that the wider side keeps when the other has fewer.
_ENOUGH_WIDTH = 1600
_GAP = 0.02  # of the width
_WHITE = "white"
_NO_TURNS = (None, None)


def join_sides(
    front: bytes,
    back: bytes,
    profile: AuthorityProfile,
    *,
    turned: tuple[int | None, int | None] = _NO_TURNS,
) -> Repaired:
    """Return one picture that `profile` takes: the front above the back on white, both upright
    and equally wide, with a narrow gap between them.

    `turned` is that of `repair_picture`, for each side. Raises what `repair_picture` raises;
    each side must be one that an upload may bring.
    """
    opened = (open_picture(front, profile), open_picture(back, profile))
    sides = [upright_pixels(one, turned=turn) for one, turn in zip(opened, turned, strict=True)]
    width = _common_width(sides)
    sheet = _sheet([_at_width(side, width) for side in sides])
    changes = {Change.JOIN}
    if any(turned) or any(one.orientation != 1 for one in opened):
        changes.add(Change.TURN)
    if any(one.facts.format != best_format(profile) for one in opened):
        changes.add(Change.FORMAT)
    if any(one.more_frames for one in opened):
        changes.add(Change.FIRST_FRAME)
    return written(
        sheet,
        profile,
        before=tuple(one.facts for one in opened),
        changes=tuple(changes),
        least=max(least_scale((width, side.height * width // side.width)) for side in sides),
    )


def _common_width(sides: list[Image.Image]) -> int:
    """The narrower one's width, so that nothing is blown up; yet a tiny back doesn't make the
    front illegible. Both together within what may be sent at all."""
    narrow, wide = sorted(side.width for side in sides)
    width = min(wide, max(narrow, _ENOUGH_WIDTH))
    height_per_width = sum(side.height / side.width for side in sides) + _GAP
    return int(min(width, sqrt(MAX_PIXELS / height_per_width)))


def _at_width(side: Image.Image, width: int) -> Image.Image:
    height = max(1, round(side.height * width / side.width))
    return resized(side, (width, height))


def _sheet(sides: list[Image.Image]) -> Image.Image:
    width = sides[0].width
    gap = max(1, round(width * _GAP))
    sheet = Image.new("RGB", (width, sum(side.height for side in sides) + gap), _WHITE)
    top = 0
    for side in sides:
        sheet.paste(side, (0, top))
        top += side.height + gap
    return sheet
