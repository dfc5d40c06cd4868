"""What we changed in the pictures for the user, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from verification.catalogue.model import Language
from verification.materials_rules import RefusalCode
from verification.mended import mended_of
from verification.precheck.finding import Finding
from verification.prepared import Prepared
from verification.repairing.legibility import has_text
from verification.repairing.wording import say_changes

_CONVERTED = (RefusalCode.FORMAT_UNSUPPORTED, RefusalCode.TOO_LARGE)


@dataclass(frozen=True, slots=True)
class Mended:
    """One picture as it will be sent: `changes` in words, `url` of what it looks like.
    `read_again`: it had text, which was found again."""

    name: str
    changes: tuple[str, ...]
    url: str
    read_again: bool


def is_mended(finding: Finding, pictures: Sequence[Prepared]) -> bool:
    """Whether it says only that we convert a picture which is converted by now."""
    if finding.level != "info" or finding.code not in _CONVERTED or finding.picture is None:
        return False
    return mended_of(pictures[finding.picture]) is not None


def mended(pictures: Sequence[Prepared], language: Language) -> list[Mended]:
    """Every picture that goes to the authority otherwise than it was uploaded."""
    return [
        Mended(
            name=picture.material.get_kind_display(),
            changes=tuple(text.pick(language) for text in say_changes(made)),
            url=reverse("verification:rendition_content", args=[picture.rendition.public_id]),
            read_again=_had_text(picture, pictures),
        )
        for picture in pictures
        if picture.rendition is not None and (made := mended_of(picture)) is not None
    ]


def _had_text(picture: Prepared, pictures: Sequence[Prepared]) -> bool:
    """Whether text was read in it, or in the other side that goes into it."""
    sides = [one for one in pictures if one.material in (picture.material, picture.other)]
    return any(one.reading is not None and has_text(one.reading) for one in sides)
