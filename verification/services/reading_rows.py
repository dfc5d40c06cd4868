"""A worker and the row of a reading: taken, written, given up. Inside the fence.

A worker *takes* a row by moving `due_at` ahead, reads outside of any transaction, and writes
the result in another. A picture that breaks the reader again and again is given up.
"""

from django.utils import timezone

from domains.transitions import move
from registrar.jobs import lease_until
from verification.models import MaterialReading
from verification.picture_states import ReadingState
from verification.reading.as_json import to_json
from verification.reading.model import PictureReading

from .forwarding import pause_after

MAX_ATTEMPTS = 3


def take_reading(*, reading_id: int) -> str | None:
    """Lease a row that is due; the picture's storage name, or None when nothing is to be done.

    What was taken MAX_ATTEMPTS times without a result is given up here.
    """
    row = _locked(reading_id)
    if row is None or row.due_at is None or row.due_at > timezone.now():
        return None
    if row.attempts >= MAX_ATTEMPTS:
        move(row.give_up)
        row.due_at = None
        row.save()
        return None
    row.attempts += 1
    row.due_at = lease_until()
    row.save()
    return str(row.material.storage_name)


def write_reading(*, reading_id: int, reading: PictureReading) -> None:
    """Keep what was read; the second of two workers changes nothing."""
    row = _locked(reading_id)
    if row is None:
        return
    row.result = to_json(reading)
    row.version = reading.version
    row.read_at = timezone.now()
    row.due_at = None
    move(row.finish)
    row.save()


def note_reading_trouble(*, reading_id: int) -> None:
    """The reader failed: again a little later, and given up in the end."""
    row = _locked(reading_id)
    if row is not None:
        row.due_at = timezone.now() + pause_after(row.attempts)
        row.save()


def postpone_reading(*, reading_id: int) -> None:
    """Storage or the models failed, which says nothing about the picture: the taking doesn't
    count, and it is tried again each time later, at most an hour, until it works."""
    row = _locked(reading_id)
    if row is not None:
        row.attempts = max(row.attempts - 1, 0)
        row.troubles = min(row.troubles + 1, 32767)
        row.due_at = timezone.now() + pause_after(row.troubles)
        row.save()


def _locked(reading_id: int) -> MaterialReading | None:
    rows = MaterialReading.objects.select_for_update(of=("self",)).select_related("material")
    return rows.filter(pk=reading_id, state=ReadingState.WAITING).first()
