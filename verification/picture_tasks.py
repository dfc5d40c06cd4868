"""Work on pictures, for the workers of the queue "pictures". Every task may run twice.

Reading takes seconds and hundreds of megabytes, so that it has processes of its own: what goes
to the authority never waits behind it.
"""

import structlog
from celery import shared_task
from django.utils import timezone

from registrar.jobs import hurry
from registrar.tenancy.actor import Actor, system_actor, system_staff_actor
from registrar.tenancy.context import acting_as

from .materials_rules import PictureRefused, RefusalCode
from .models import MaterialReading, Rendition
from .reading.read import read_picture
from .repairing.joining import join_sides
from .repairing.legibility import still_legible
from .repairing.repair import repair_picture
from .repairing.repaired import Repaired, RepairImpossible
from .services.reading_rows import note_reading_trouble, take_reading, write_reading
from .services.rendition_rows import (
    RenderingJob,
    note_rendition_trouble,
    refuse_rendition,
    take_rendition,
    write_rendition,
)
from .services.stored import discard_material, read_material, save_material

log = structlog.get_logger(__name__)
_SWEEP_LIMIT = 200


@shared_task(ignore_result=True)
def read_stored_picture(reading_id: int, account_id: int) -> None:
    """Read one picture and keep what was read; trouble is tried again later."""
    actor = system_actor(account_id)
    with acting_as(actor):
        name = take_reading(reading_id=reading_id)
    if name is None:
        return
    try:
        reading = read_picture(read_material(name))
    except Exception as error:
        log.warning("picture_not_read", reading=reading_id, error=type(error).__name__)
        with acting_as(actor):
            note_reading_trouble(reading_id=reading_id)
        return
    with acting_as(actor):
        write_reading(reading_id=reading_id, reading=reading)


@shared_task(ignore_result=True)
def render_stored_picture(rendition_id: int, account_id: int) -> None:
    """Make one picture into what an authority takes, and read it again to be sure."""
    actor = system_actor(account_id)
    with acting_as(actor):
        job = take_rendition(rendition_id=rendition_id)
    if job is None:
        return
    try:
        _render_and_keep(actor, rendition_id, job)
    except Exception as error:
        log.warning("picture_not_rendered", rendition=rendition_id, error=type(error).__name__)
        with acting_as(actor):
            note_rendition_trouble(rendition_id=rendition_id)


@shared_task(ignore_result=True)
def sweep_pictures() -> None:
    """Find pictures that wait for somebody, across accounts, and hurry each."""
    for model, task in ((MaterialReading, read_stored_picture), (Rendition, render_stored_picture)):
        with acting_as(system_staff_actor()):
            due = model.objects.filter(due_at__lte=timezone.now()).order_by("due_at")
            rows = list(due.values_list("pk", "account_id")[:_SWEEP_LIMIT])
        for row_id, account_id in rows:
            hurry(task, row_id, account_id)


def _render_and_keep(actor: Actor, rendition_id: int, job: RenderingJob) -> None:
    made = _render(job)
    if isinstance(made, str):
        with acting_as(actor):
            refuse_rendition(rendition_id=rendition_id, code=made)
    else:
        _keep(actor, rendition_id, made)


def _render(job: RenderingJob) -> Repaired | str:
    """The picture, or the finding that says why there can be none."""
    try:
        made = _made(job)
    except (PictureRefused, RepairImpossible) as refused:
        return str(refused.code)
    if job.readings:
        again = read_picture(made.content)
        if not all(still_legible(reading, again) for reading in job.readings):
            return str(RefusalCode.TOO_LARGE)
    return made


def _made(job: RenderingJob) -> Repaired:
    content, other = read_material(job.original.storage_name), job.other
    if other is None:
        return repair_picture(content, job.profile, turned=job.original.turned)
    turned = (job.original.turned, other.turned)
    return join_sides(content, read_material(other.storage_name), job.profile, turned=turned)


def _keep(actor: Actor, rendition_id: int, made: Repaired) -> None:
    name = save_material(made.content)
    try:
        with acting_as(actor):
            kept = write_rendition(rendition_id=rendition_id, repaired=made, storage_name=name)
    except BaseException:
        discard_material(name)
        raise
    if not kept:
        discard_material(name)
