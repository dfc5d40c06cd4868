"""A worker and the row of a rendition: taken, written, refused. Inside the fence."""

from dataclasses import dataclass
from typing import ClassVar

from django.db.models import QuerySet

from registrar.transitions import move
from verification.materials_rules import AuthorityProfile, get_profile
from verification.models import Material, MaterialReading, Rendition
from verification.picture_problems import BROKE_DOWN
from verification.picture_states import RenditionState
from verification.reading.as_json import from_json
from verification.reading.model import PictureReading
from verification.repairing.repaired import Repaired

from .picture_queue import MAX_ATTEMPTS, lock_taken, take_next


@dataclass(frozen=True, slots=True)
class Original:
    """Where a picture lies, and what was read in it."""

    storage_name: str
    reading: PictureReading | None


@dataclass(frozen=True, slots=True)
class RenderingJob:
    """A row that a worker has taken."""

    model: ClassVar = Rendition

    pk: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be made, of what. `other`: the side that goes below the first, if both become
    one."""

    original: Original
    other: Original | None
    profile: AuthorityProfile


def take_rendition() -> RenderingJob | None:
    """Lease the account's rendition that has waited longest; None when nothing is to be done.

    Nothing of the row is understood yet: one that can't be is taken, and given up, like any
    other, instead of having its account's turn again and again.
    """
    row = take_next(_rows(), give_up=lambda row: _refuse(row, BROKE_DOWN))
    return RenderingJob(row.pk) if row is not None else None


def wanted_in(job: RenderingJob) -> Wanted:
    """What a worker needs. KeyError where the profile is no longer shipped; raises whatever a
    reading does that can't be opened."""
    row = _rows().get(pk=job.pk)
    other = _original(row.other) if row.other else None
    return Wanted(_original(row.material), other, get_profile(row.profile))


def write_rendition(*, rendition_id: int, repaired: Repaired, storage_name: str) -> bool:
    """Keep what was made; False when another worker has been faster: the file is not needed."""
    row = lock_taken(_rows(), rendition_id)
    if row is None:
        return False
    row.changes = [str(change) for change in repaired.changes]
    row.format = repaired.after.format
    row.bytes = repaired.after.bytes
    row.width, row.height = repaired.after.width, repaired.after.height
    row.sha256 = repaired.after.sha256
    row.storage_name = storage_name
    row.due_at = None
    move(row.finish)
    row.save()
    return True


def refuse_rendition(*, rendition_id: int, code: str) -> None:
    """It can't be made: `code` is the finding that says why. An answer, which ends the count of
    attempts without one."""
    row = lock_taken(_rows(), rendition_id)
    if row is not None:
        row.attempts = 0
        _refuse(row, code)
        row.save()


def broke_down(row: Rendition) -> bool:
    """Whether it can't be made only because the maker gave no answer, time and again."""
    return row.state == RenditionState.IMPOSSIBLE and row.attempts >= MAX_ATTEMPTS


def _refuse(row: Rendition, code: str) -> None:
    row.code = code
    row.due_at = None
    move(row.refuse)


def _original(material: Material) -> Original:
    row = MaterialReading.objects.filter(material=material, result__isnull=False).first()
    return Original(material.storage_name, from_json(row.result or "") if row else None)


def _rows() -> QuerySet[Rendition]:
    return Rendition.objects.select_related("material", "other")
