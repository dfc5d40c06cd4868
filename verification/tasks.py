"""Between us and the authority. Every task may run twice, at any time, in any order."""

from celery import shared_task
from django.conf import settings

from registrar.jobs import hurry
from registrar.tenancy.actor import system_actor, system_staff_actor
from registrar.tenancy.context import acting_as

from .calling import call_authority, write_down
from .messages.tasks import reclassify_message, sweep_reclassifications
from .picture_tasks import sweep_pictures, sweep_prechecks, work_on_picture
from .review.tasks import sweep_idle_claims
from .services.forwarding import due_submissions, take_submission

# Celery looks for an app's tasks here.
__all__ = [
    "forward_submission",
    "poll_submission",
    "reclassify_message",
    "sweep_idle_claims",
    "sweep_pictures",
    "sweep_prechecks",
    "sweep_reclassifications",
    "sweep_submissions",
    "work_on_picture",
]

_SWEEP_LIMIT = 500


@shared_task(ignore_result=True)
def forward_submission(submission_id: int, account_id: int) -> None:
    """Take a submission one step on: send it, or ask what became of it."""
    actor = system_actor(account_id)
    with acting_as(actor):
        parcel = take_submission(submission_id=submission_id)
    if parcel is not None:
        call = call_authority(actor, parcel)
        with acting_as(actor):
            write_down(actor, parcel, call)


@shared_task(ignore_result=True)
def poll_submission(submission_id: int, account_id: int) -> None:
    """Ask the authority about a submission that it has received: the same step."""
    forward_submission.run(submission_id, account_id)


@shared_task(ignore_result=True)
def sweep_submissions() -> None:
    """Find what is due and not done, across accounts, and hurry each: until the next sweep, which
    hurries again what is still due."""
    with acting_as(system_staff_actor()):
        rows = list(due_submissions().values_list("pk", "account_id", "received_at")[:_SWEEP_LIMIT])
    for submission_id, account_id, received_at in rows:
        task = poll_submission if received_at else forward_submission
        hurry(task, submission_id, account_id, expires=settings.SWEEP_INTERVAL)
