"""Addresses of pictures and of places in them, as pages show them."""

from collections.abc import Sequence
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


@dataclass(frozen=True, slots=True)
class Thumb:
    """An uploaded picture in the form. `turned`: it may have lain on its side until it was read."""

    material: Material
    url: str
    turned: bool


def thumbs_of(pictures: Sequence[Prepared]) -> tuple[Thumb, ...]:
    """Each picture in small, in this order."""
    return tuple(
        Thumb(picture.material, _whole_url(picture), _turned(picture) != 0) for picture in pictures
    )


def place_shown(picture: Prepared, box: Box | None) -> PlaceShown:
    """The place of a finding or of a read value."""
    material, whole = picture.material, _whole_url(picture)
    kind = material.get_kind_display()
    if box is None:
        return PlaceShown(whole, whole, kind)
    alt = _("Detail of the picture: %(kind)s") % {"kind": kind}
    return PlaceShown(part_url(material, box), whole, alt)


def preview_url(material: Material) -> str:
    """The picture upright and small enough for a screen, in a format that browsers show."""
    return reverse("verification:material_preview", args=[material.public_id])


def _whole_url(picture: Prepared) -> str:
    """Once it is known to be turned, another address: browsers hold on to the picture that lies
    on its side."""
    turned = _turned(picture)
    return preview_url(picture.material) + (f"?turned={turned}" if turned else "")


def _turned(picture: Prepared) -> int:
    return picture.reading.turned if picture.reading else 0


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
