"""What we changed in the pictures for the user, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from verification.catalogue.model import Language, Text
from verification.materials_rules import PictureFacts
from verification.models import Rendition
from verification.prepared import Prepared, facts_of
from verification.repairing.changes import Change
from verification.repairing.repaired import Repaired
from verification.repairing.wording import say_changes


@dataclass(frozen=True, slots=True)
class Mended:
    """One picture as it will be sent: `changes` in words, `url` of what it looks like."""

    name: str
    changes: tuple[str, ...]
    url: str


def mended(pictures: Sequence[Prepared], language: Language) -> list[Mended]:
    """Every picture that goes to the authority otherwise than it was uploaded."""
    return [
        Mended(
            name=picture.material.get_kind_display(),
            changes=tuple(text.pick(language) for text in _said(picture, made)),
            url=reverse("verification:rendition_content", args=[made.public_id]),
        )
        for picture in pictures
        if (made := picture.ready_rendition) is not None and not picture.joined
    ]


def _said(picture: Prepared, made: Rendition) -> Sequence[Text]:
    sides = [side for side in (picture.material, picture.other) if side is not None]
    before = tuple(map(facts_of, sides))
    after = PictureFacts(
        format=made.format,
        bytes=made.bytes,
        width=made.width,
        height=made.height,
        sha256=made.sha256,
    )
    kept = Repaired(
        content=b"",
        before=before,
        after=after,
        changes=tuple(Change(name) for name in made.changes),
        scale=_scale(before, after),
    )
    return say_changes(kept)


def _scale(before: Sequence[PictureFacts], after: PictureFacts) -> float:
    """How much smaller it was made; two sides on one sheet have no scale of their own."""
    if len(before) > 1:
        return 1.0
    return max(after.width, after.height) / max(before[0].width, before[0].height, 1)
