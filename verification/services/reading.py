"""Asking for pictures to be read; inside the fence."""

from collections.abc import Iterable

from django.conf import settings
from django.utils import timezone

from registrar.jobs import hurry_on_commit
from registrar.transitions import move
from verification.models import Material, MaterialReading
from verification.picture_states import ReadingState
from verification.picture_tasks import work_on_picture
from verification.reading.model import READING_VERSION

from .picture_queue import may_be_revived, queue_anew


def want_readings(materials: Iterable[Material]) -> None:
    """See to it that each picture is read, or is read anew where an older reader did it, or
    gave it up a while ago.

    Nothing where the operator has switched reading off (READ_PICTURES).
    """
    wanted = {material.pk: material for material in materials}
    if not settings.READ_PICTURES or not wanted:
        return
    rows = MaterialReading.objects.filter(material__in=wanted).defer("result")
    known = {row.material_id: row for row in rows}
    # In one order, so that two who ask for the same pictures don't lock each other out.
    for pk, material in sorted(wanted.items()):
        row = known.get(pk)
        if row is None:
            _create(material)
        elif _outdated(row):
            _start_anew(row.pk)


def _create(material: Material) -> None:
    _row, created = MaterialReading.objects.get_or_create(
        material=material,
        defaults={"account_id": material.account_id, "due_at": timezone.now()},
    )
    if created:
        hurry_on_commit(work_on_picture)


def _start_anew(reading_id: int) -> None:
    row = MaterialReading.objects.select_for_update().get(pk=reading_id)
    if not _outdated(row):
        return
    row.result = None
    queue_anew(row)
    move(row.start_anew)
    row.save()
    hurry_on_commit(work_on_picture)


def _outdated(row: MaterialReading) -> bool:
    if row.state == ReadingState.GIVEN_UP:
        return may_be_revived(row)
    return row.state == ReadingState.READ and row.version < READING_VERSION
