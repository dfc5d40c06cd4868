"""A worker and the row of a rendition: taken, written, refused. Inside the fence."""

from dataclasses import dataclass

from django.utils import timezone

from domains.transitions import move
from registrar.jobs import lease_until
from verification.materials_rules import AuthorityProfile, get_profile
from verification.models import Material, MaterialReading, Rendition
from verification.picture_problems import BROKE_DOWN
from verification.picture_states import RenditionState
from verification.reading.as_json import from_json
from verification.reading.model import PictureReading
from verification.repairing.repaired import Repaired

from .forwarding import pause_after

MAX_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Original:
    """Where a picture lies, and what was read in it."""

    storage_name: str
    reading: PictureReading | None


@dataclass(frozen=True, slots=True)
class RenderingJob:
    """What a worker needs. `other`: the side that goes below the first, if both become one."""

    original: Original
    other: Original | None
    profile: AuthorityProfile


def take_rendition(*, rendition_id: int) -> RenderingJob | None:
    """Lease a row that is due; None when nothing is to be done.

    What was taken MAX_ATTEMPTS times without a result is refused here.
    """
    row = _locked(rendition_id)
    if row is None or row.due_at is None or row.due_at > timezone.now():
        return None
    if row.attempts >= MAX_ATTEMPTS:
        _refuse(row, BROKE_DOWN)
        return None
    row.attempts += 1
    row.due_at = lease_until()
    row.save()
    other = _original(row.other) if row.other else None
    return RenderingJob(_original(row.material), other, get_profile(row.profile))


def write_rendition(*, rendition_id: int, repaired: Repaired, storage_name: str) -> bool:
    """Keep what was made; False when another worker has been faster: the file is not needed."""
    row = _locked(rendition_id)
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
    row = _locked(rendition_id)
    if row is not None:
        row.attempts = 0
        _refuse(row, code)


def note_rendition_trouble(*, rendition_id: int) -> None:
    """The maker failed: again a little later, and given up in the end."""
    row = _locked(rendition_id)
    if row is not None:
        row.due_at = timezone.now() + pause_after(row.attempts)
        row.save()


def postpone_rendition(*, rendition_id: int) -> None:
    """Storage or the models failed, which says nothing about the picture: the taking doesn't
    count, and it is tried again each time later, at most an hour, until it works."""
    row = _locked(rendition_id)
    if row is not None:
        row.attempts = max(row.attempts - 1, 0)
        row.troubles = min(row.troubles + 1, 32767)
        row.due_at = timezone.now() + pause_after(row.troubles)
        row.save()


def broke_down(row: Rendition) -> bool:
    """Whether it can't be made only because the maker gave no answer, time and again."""
    return row.state == RenditionState.IMPOSSIBLE and row.attempts >= MAX_ATTEMPTS


def _refuse(row: Rendition, code: str) -> None:
    row.code = code
    row.due_at = None
    move(row.refuse)
    row.save()


def _original(material: Material) -> Original:
    row = MaterialReading.objects.filter(material=material, result__isnull=False).first()
    return Original(material.storage_name, from_json(row.result or "") if row else None)


def _locked(rendition_id: int) -> Rendition | None:
    rows = Rendition.objects.select_for_update(of=("self",)).select_related("material", "other")
    return rows.filter(pk=rendition_id, state=RenditionState.WAITING).first()
