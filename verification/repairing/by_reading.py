"""What has to be done to a stored picture, as far as its reading tells by now (pure)."""

from verification.materials_rules import AuthorityProfile, PictureFacts
from verification.materials_rules.orientations import AS_STORED, is_mirrored
from verification.reading.model import PictureReading

from .changes import Change, plan_repair


def wanted_changes(
    facts: PictureFacts,
    profile: AuthorityProfile,
    reading: PictureReading | None,
    *,
    sides: int = 1,
) -> tuple[Change, ...]:
    """Return all that `repair_picture`, or `join_sides`, would change; before anybody has read
    it (None), what the file's format and size ask for alone. `sides` as in `plan_repair`."""
    if reading is None:
        return plan_repair(facts, profile, turned=0, sides=sides)
    return plan_repair(
        facts,
        profile,
        turned=reading.turned,
        orientation=reading.orientation,
        more_frames=reading.more_frames,
        sides=sides,
    )


def required_changes(
    facts: PictureFacts,
    profile: AuthorityProfile,
    reading: PictureReading | None,
    *,
    sides: int = 1,
) -> tuple[Change, ...]:
    """Return the changes without which the authority can't take it at all: it can turn a
    picture for itself, but reads no mirror writing and looks for no further pages."""
    orientation = reading.orientation if reading else AS_STORED
    return plan_repair(
        facts,
        profile,
        turned=0,
        orientation=orientation if is_mirrored(orientation) else AS_STORED,
        more_frames=bool(reading and reading.more_frames),
        sides=sides,
    )
