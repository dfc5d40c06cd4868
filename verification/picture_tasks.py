"""Work on pictures, for the workers of the queue "pictures". Every task may run twice.

Reading takes seconds and hundreds of megabytes, so that it has processes of its own: what goes
to the authority never waits behind it.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.utils import timezone

from registrar.jobs import hurry
from registrar.tenancy.actor import Actor, system_actor, system_staff_actor
from registrar.tenancy.context import acting_as

from .mending import Side, mend
from .models import MaterialReading, Rendition
from .reading.engine import ModelsMissing
from .reading.read import read_picture
from .repairing.repaired import Repaired
from .services.keeping_prechecks import forget_prechecks
from .services.reading_rows import (
    note_reading_trouble,
    postpone_reading,
    take_reading,
    write_reading,
)
from .services.rendition_rows import (
    Original,
    RenderingJob,
    note_rendition_trouble,
    postpone_rendition,
    refuse_rendition,
    take_rendition,
    write_rendition,
)
from .services.stored import discard_material, read_material, save_material

log = structlog.get_logger(__name__)
_SWEEP_LIMIT = 200


class Elsewhere(Exception):
    """What failed is storage or the database, not the picture and not its reader."""


@shared_task(ignore_result=True)
def read_stored_picture(reading_id: int, account_id: int) -> None:
    """Read one picture and keep what was read; trouble is tried again later."""
    actor = system_actor(account_id)
    with acting_as(actor):
        name = take_reading(reading_id=reading_id)
    if name is None:
        return
    try:
        with _not_the_pictures_fault():
            content = read_material(name)
        reading = read_picture(content)
    except (Elsewhere, ModelsMissing) as error:
        log.warning("picture_not_read", reading=reading_id, error=_named(error))
        with acting_as(actor):
            postpone_reading(reading_id=reading_id)
        return
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
    except (Elsewhere, ModelsMissing) as error:
        log.warning("picture_not_rendered", rendition=rendition_id, error=_named(error))
        with acting_as(actor):
            postpone_rendition(rendition_id=rendition_id)
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
            hurry(task, row_id, account_id, expires=settings.SWEEP_INTERVAL)


@shared_task(ignore_result=True)
def sweep_prechecks() -> None:
    """Forget pre-checks that nobody came back for in time."""
    with acting_as(system_staff_actor()):
        forget_prechecks()


def _render_and_keep(actor: Actor, rendition_id: int, job: RenderingJob) -> None:
    with _not_the_pictures_fault():
        front = _side(job.original)
        back = _side(job.other) if job.other else None
    made = mend(front, job.profile, back=back)
    if isinstance(made, str):
        with acting_as(actor):
            refuse_rendition(rendition_id=rendition_id, code=made)
    else:
        with _not_the_pictures_fault():
            _keep(actor, rendition_id, made)


def _side(original: Original) -> Side:
    return Side(read_material(original.storage_name), original.reading)


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


@contextmanager
def _not_the_pictures_fault() -> Iterator[None]:
    """Around everything that needs storage: S3 alone raises a dozen kinds of errors."""
    try:
        yield
    except SoftTimeLimitExceeded:
        raise
    except Exception as error:
        raise Elsewhere from error


def _named(error: Exception) -> str:
    return type(error.__cause__ or error).__name__
