"""Mending a picture, or making one of two sides, and reading it again to be sure."""

from dataclasses import dataclass

from verification.materials_rules import AuthorityProfile, PictureRefused
from verification.reading.model import PictureReading
from verification.reading.read import read_picture
from verification.repairing.joining import join_sides
from verification.repairing.legibility import still_legible
from verification.repairing.repair import repair_picture
from verification.repairing.repaired import Repaired, RepairImpossible

# What is written anew within the limits can no longer be read.
ILLEGIBLE = "image_unreadable"


@dataclass(frozen=True, slots=True)
class Side:
    """A picture and what was read in it; None where nobody has looked."""

    content: bytes
    reading: PictureReading | None

    @property
    def turned(self) -> int | None:
        return self.reading.turned if self.reading else None


def mend(side: Side, profile: AuthorityProfile, *, back: Side | None = None) -> Repaired | str:
    """The picture as `profile` takes it, with `back` below it where one is given; or the finding
    that says why there can be none.

    Takes as long as another reading where something is changed.
    """
    try:
        made = _made(side, profile, back)
    except (PictureRefused, RepairImpossible) as refused:
        return str(refused.code)
    sides = [side, back] if back else [side]
    readings = [one.reading for one in sides if one.reading is not None]
    if made.changes and readings:
        again = read_picture(made.content)
        if not all(still_legible(reading, again) for reading in readings):
            return ILLEGIBLE
    return made


def _made(side: Side, profile: AuthorityProfile, back: Side | None) -> Repaired:
    if back is None:
        return repair_picture(side.content, profile, turned=side.turned)
    turned = (side.turned, back.turned)
    return join_sides(side.content, back.content, profile, turned=turned)
