"""A case's pictures: those that are sent in their order, then those that others replaced."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from verification.models import Submission, SubmissionMaterial
from verification.models.material import MaterialState
from verification.picture_states import ReadingState
from verification.reading.model import PictureReading


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePicture:
    """`number` from 1. `url` of the original and `sent_url` of what the authority gets instead,
    each "" where there is none. `turned`: degrees, once it is read. `joined`: what is sent holds
    another picture too, so that places are others there."""

    link: SubmissionMaterial
    number: int
    url: str
    sent_url: str
    joined: bool
    turned: int
    being_read: bool

    @property
    def replaced(self) -> bool:
        return self.link.replaced


def load_links(submission: Submission) -> list[SubmissionMaterial]:
    """One query; what was read is in the dossier."""
    links = submission.submission_materials.select_related("material__reading", "rendition")
    return list(links.defer("material__reading__result").order_by("replaced", "position"))


def case_pictures(
    links: Sequence[SubmissionMaterial], readings: Sequence[PictureReading | None]
) -> tuple[CasePicture, ...]:
    """`readings` of those that are sent, in their order, as a dossier has them."""
    turns = [reading.turned if reading else 0 for reading in readings]
    return tuple(
        CasePicture(
            link=link,
            number=number,
            url=_url(link, "picture"),
            sent_url=_url(link, "sent") if link.rendition_id else "",
            joined=link.rendition is not None and link.rendition.other_id is not None,
            turned=turns[number - 1] if number <= len(turns) else 0,
            being_read=_being_read(link),
        )
        for number, link in enumerate(links, start=1)
    )


def _url(link: SubmissionMaterial, name: str) -> str:
    if link.material.state != MaterialState.READY:
        return ""
    at = [link.submission_id, link.position]
    return reverse(f"admin:verification_submission_{name}", args=at)


def _being_read(link: SubmissionMaterial) -> bool:
    reading = getattr(link.material, "reading", None)
    return reading is not None and reading.state == ReadingState.WAITING
