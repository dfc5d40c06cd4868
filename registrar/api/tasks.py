"""Sweeping up after the API's calls. May run twice."""

from celery import shared_task

from registrar.tenancy.actor import system_staff_actor
from registrar.tenancy.context import acting_as

from .idempotency.calls import forget_calls


@shared_task
def sweep_idempotent_calls() -> None:
    """Delete the answers that are kept no longer, in every account."""
    with acting_as(system_staff_actor()):
        forget_calls()
