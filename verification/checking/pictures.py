"""Addresses of pictures and of places in them, as pages show them."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from verification.models import Material
from verification.prepared import Prepared
from verification.reading.model import Box

# Boxes travel in ten-thousandths of the upright picture: short, and sharper than any screen.
UNIT = 10_000


@dataclass(frozen=True, slots=True)
class PlaceShown:
    """A picture, or a place in it: `url` of the small picture, `whole` of all of it."""

    url: str
    whole: str
    alt: str


def place_shown(picture: Prepared, box: Box | None) -> PlaceShown:
    """The place of a finding or of a read value."""
    material, reading = picture.material, picture.reading
    # Another address than before it was read: browsers hold on to the picture that lies on its
    # side.
    whole = preview_url(material) + (f"?turned={reading.turned}" if reading else "")
    kind = material.get_kind_display()
    if box is None:
        return PlaceShown(whole, whole, kind)
    alt = _("Detail of the picture: %(kind)s") % {"kind": kind}
    return PlaceShown(part_url(material, box), whole, alt)


def preview_url(material: Material) -> str:
    """The picture upright and small enough for a screen, in a format that browsers show."""
    return reverse("verification:material_preview", args=[material.public_id])


def part_url(material: Material, box: Box) -> str:
    sides = (box.left, box.top, box.right, box.bottom)
    at = "-".join(str(min(UNIT, max(0, round(side * UNIT)))) for side in sides)
    return reverse("verification:material_part", args=[material.public_id, at])


def parse_place(text: str) -> Box | None:
    """The box of an address made by `part_url`; None for anything else."""
    parts = text.split("-")
    if len(parts) != 4 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    left, top, right, bottom = (int(part[:6]) / UNIT for part in parts)
    if not (0 <= left < right <= 1 and 0 <= top < bottom <= 1):
        return None
    return Box(left, top, right, bottom)
