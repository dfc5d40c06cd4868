"""Asking for pictures to be read; inside the fence."""

from collections.abc import Iterable

from django.conf import settings
from django.utils import timezone

from domains.transitions import move
from registrar.jobs import hurry_on_commit
from verification.models import Material, MaterialReading
from verification.picture_states import ReadingState
from verification.picture_tasks import read_stored_picture
from verification.reading.model import READING_VERSION


def want_readings(materials: Iterable[Material]) -> None:
    """See to it that each picture is read, or is read anew where an older reader did it.

    Nothing where the operator has switched reading off (READ_PICTURES).
    """
    wanted = {material.pk: material for material in materials}
    if not settings.READ_PICTURES or not wanted:
        return
    known = {row.material_id: row for row in MaterialReading.objects.filter(material__in=wanted)}
    for pk, material in wanted.items():
        row = known.get(pk)
        if row is None:
            _create(material)
        elif row.state == ReadingState.READ and row.version < READING_VERSION:
            _start_anew(row.pk)


def _create(material: Material) -> None:
    now = timezone.now()
    row, created = MaterialReading.objects.get_or_create(
        material=material,
        defaults={"account_id": material.account_id, "wanted_at": now, "due_at": now},
    )
    if created:
        hurry_on_commit(read_stored_picture, row.pk, row.account_id)


def _start_anew(reading_id: int) -> None:
    row = MaterialReading.objects.select_for_update().get(pk=reading_id)
    if row.state != ReadingState.READ or row.version >= READING_VERSION:
        return
    row.result = None
    row.attempts = 0
    row.wanted_at = row.due_at = timezone.now()
    move(row.start_anew)
    row.save()
    hurry_on_commit(read_stored_picture, row.pk, row.account_id)
