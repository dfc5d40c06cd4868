"""What has to be done to a stored picture before an authority takes it (pure)."""

from enum import StrEnum

from verification.materials_rules import AuthorityProfile, PictureFacts
from verification.materials_rules.orientations import AS_STORED, check_turn

# Written anew in the first of these that the authority takes: what keeps a photograph small
# and is read everywhere comes first.
PREFERRED_FORMATS = ("jpeg", "webp", "png", "tiff", "bmp", "gif")
_SIDES = 2


class Change(StrEnum):
    """One thing that is changed in a picture."""

    FORMAT = "format"
    SIZE = "size"
    TURN = "turn"
    FIRST_FRAME = "first_frame"
    JOIN = "join"


def plan_repair(
    facts: PictureFacts,
    profile: AuthorityProfile,
    *,
    turned: int,
    orientation: int = AS_STORED,
    more_frames: bool = False,
    sides: int = 1,
) -> tuple[Change, ...]:
    """Return the changes that a picture needs for `profile`, in the order of `Change`; empty
    when it can go as it is.

    `turned`: degrees clockwise that bring the stored pixels upright, as in PictureReading.
    `orientation`: what the file's EXIF says; anything but 1 is taken out, since not every
    reader heeds it. `sides`: how many pictures of the document are sent. A picture that is
    written anew is written in `best_format`, which may add FORMAT. ValueError: `turned` is
    no quarter turn, or the profile takes no format that can be written.
    """
    check_turn(turned)
    needed = {
        Change.SIZE: facts.bytes > profile.max_bytes,
        Change.TURN: turned != 0 or orientation != AS_STORED,
        Change.FIRST_FRAME: more_frames,
        Change.JOIN: profile.joined_sides and sides == _SIDES,
    }
    refused = facts.format not in profile.formats
    rewritten = any(needed.values()) and facts.format != best_format(profile)
    needed[Change.FORMAT] = refused or rewritten
    return tuple(change for change in Change if needed[change])


def best_format(profile: AuthorityProfile) -> str:
    """Return the format in which a picture is written for `profile`. ValueError: there is none."""
    accepted = (name for name in PREFERRED_FORMATS if name in profile.formats)
    found = next(accepted, None)
    if found is None:
        raise ValueError(f"{profile.code} takes no format that can be written")
    return found
