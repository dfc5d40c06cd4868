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

from registrar.jobs import hurry
from registrar.tenancy.actor import Actor, system_actor, system_staff_actor
from registrar.tenancy.context import acting_as

from .mending import Side, mend
from .reading.engine import ModelsMissing
from .reading.read import read_picture
from .repairing.repaired import Repaired
from .services.findings_noted import note_findings_of_picture
from .services.keeping_prechecks import forget_prechecks
from .services.picture_queue import account_in_turn, count_due, note_trouble, postpone
from .services.reading_rows import ReadingJob, take_reading, write_reading
from .services.rendition_rows import (
    Original,
    RenderingJob,
    refuse_rendition,
    take_rendition,
    wanted_in,
    write_rendition,
)
from .services.stored import discard_material, read_material, row_for_file, save_material

Job = ReadingJob | RenderingJob

log = structlog.get_logger(__name__)
_SWEEP_LIMIT = 200
# Another worker may have been faster.
_MOST_TRIES = 3


class Elsewhere(Exception):
    """What failed is storage or the database, not the picture and not its reader."""


@shared_task(ignore_result=True)
def work_on_picture() -> None:
    """Read the picture whose turn it is, or make it into what an authority takes.

    Which one that is the rows say, not the message: what was uploaded in bulk waits for what
    other accounts have uploaded since. Trouble is tried again later.
    """
    taken = _take()
    if taken is None:
        return
    actor, job = taken
    try:
        _do(actor, job)
    except (Elsewhere, ModelsMissing) as error:
        _log_trouble(job, error.__cause__ or error)
        with acting_as(actor):
            postpone(job.model, job.pk)
    except Exception as error:
        _log_trouble(job, error)
        with acting_as(actor):
            note_trouble(job.model, job.pk)


@shared_task(ignore_result=True)
def sweep_pictures() -> None:
    """Wake workers for pictures that wait for somebody, across accounts."""
    with acting_as(system_staff_actor()):
        waiting = count_due(limit=_SWEEP_LIMIT)
    for _message in range(waiting):
        hurry(work_on_picture, expires=settings.SWEEP_INTERVAL)


@shared_task(ignore_result=True)
def sweep_prechecks() -> None:
    """Forget pre-checks that nobody came back for in time."""
    with acting_as(system_staff_actor()):
        forget_prechecks()


def _take() -> tuple[Actor, Job] | None:
    """Something to do, and in whose name."""
    for _try in range(_MOST_TRIES):
        with acting_as(system_staff_actor()):
            account_id = account_in_turn()
        if account_id is None:
            return None
        actor = system_actor(account_id)
        with acting_as(actor):
            # A rendition is the last thing that somebody waits for.
            job = take_rendition() or take_reading(actor=actor)
        if job is not None:
            return actor, job
    return None


def _do(actor: Actor, job: Job) -> None:
    if isinstance(job, ReadingJob):
        _read(actor, job)
    else:
        _render(actor, job)


def _read(actor: Actor, job: ReadingJob) -> None:
    with _not_the_pictures_fault():
        content = read_material(job.storage_name)
    reading = read_picture(content)
    with _not_the_pictures_fault(), acting_as(actor):
        write_reading(actor=actor, reading_id=job.pk, reading=reading)
    with acting_as(actor):
        note_findings_of_picture(job.material_id)


def _render(actor: Actor, job: RenderingJob) -> None:
    """Read again to be sure that it can still be read (mending)."""
    with acting_as(actor):
        wanted = wanted_in(job)
    with _not_the_pictures_fault():
        front = _side(wanted.original)
        back = _side(wanted.other) if wanted.other else None
    made = mend(front, wanted.profile, back=back)
    with _not_the_pictures_fault():
        if isinstance(made, str):
            with acting_as(actor):
                refuse_rendition(rendition_id=job.pk, code=made)
        else:
            _keep(actor, job.pk, made)


def _side(original: Original) -> Side:
    return Side(read_material(original.storage_name), original.reading)


def _keep(actor: Actor, rendition_id: int, made: Repaired) -> None:
    name = save_material(made.content)
    with row_for_file(actor, name):
        kept = write_rendition(rendition_id=rendition_id, repaired=made, storage_name=name)
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


def _log_trouble(job: Job, error: BaseException) -> None:
    log.warning("picture_not_done", work=job.model.__name__, row=job.pk, error=type(error).__name__)
