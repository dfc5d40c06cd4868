"""Mending one picture, and reading it again to be sure."""

from verification.materials_rules import AuthorityProfile, PictureRefused, RefusalCode
from verification.reading.model import PictureReading
from verification.reading.read import read_picture
from verification.repairing.legibility import still_legible
from verification.repairing.repair import repair_picture
from verification.repairing.repaired import Repaired, RepairImpossible


def mend(
    content: bytes, profile: AuthorityProfile, reading: PictureReading | None
) -> Repaired | str:
    """The picture as `profile` takes it, or the finding that says why there can be none.

    Takes as long as another reading where something is changed. `reading` is what was read in
    `content`, None where nobody has looked.
    """
    try:
        made = repair_picture(content, profile, turned=reading.turned if reading else None)
    except (PictureRefused, RepairImpossible) as refused:
        return str(refused.code)
    if made.changes and reading and not still_legible(reading, read_picture(made.content)):
        return str(RefusalCode.TOO_LARGE)
    return made
