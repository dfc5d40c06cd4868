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
        if (made := picture.ready_rendition) is not None
    ]


def _said(picture: Prepared, made: Rendition) -> Sequence[Text]:
    before = facts_of(picture.material)
    after = PictureFacts(
        format=made.format,
        bytes=made.bytes,
        width=made.width,
        height=made.height,
        sha256=made.sha256,
    )
    scale = max(after.width, after.height) / max(before.width, before.height, 1)
    kept = Repaired(
        content=b"",
        before=(before,),
        after=after,
        changes=tuple(Change(name) for name in made.changes),
        scale=scale,
    )
    return say_changes(kept)
