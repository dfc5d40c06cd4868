"""A worker and the row of a reading: taken, and written. Inside the fence."""

from dataclasses import dataclass
from typing import ClassVar

from django.db.models import QuerySet
from django.utils import timezone

from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.transitions import move
from verification.models import MaterialReading
from verification.reading.as_json import to_json
from verification.reading.model import PictureReading

from .picture_queue import lock_taken, take_next


@dataclass(frozen=True, slots=True)
class ReadingJob:
    """What a worker needs: the row, and where the picture lies."""

    model: ClassVar = MaterialReading

    pk: int
    material_id: int
    storage_name: str


def take_reading(*, actor: Actor) -> ReadingJob | None:
    """Lease the account's reading that has waited longest; None when nothing is to be done."""
    given_up: list[MaterialReading] = []

    def give_up(row: MaterialReading) -> None:
        move(row.give_up)
        given_up.append(row)

    row = take_next(_rows(), give_up=give_up)
    for lost in given_up:
        record(actor=actor, action="material.reading_given_up", about=lost.material)
    return _job(row) if row is not None else None


def write_reading(*, actor: Actor, reading_id: int, reading: PictureReading) -> None:
    """Keep what was read; the second of two workers changes nothing."""
    row = lock_taken(_rows(), reading_id)
    if row is None:
        return
    row.result = to_json(reading)
    row.version = reading.version
    row.read_at = timezone.now()
    row.due_at = None
    move(row.finish)
    row.save()
    record(actor=actor, action="material.read", about=row.material)


def _job(row: MaterialReading) -> ReadingJob:
    return ReadingJob(row.pk, row.material_id, row.material.storage_name)


def _rows() -> QuerySet[MaterialReading]:
    return MaterialReading.objects.select_related("material")
