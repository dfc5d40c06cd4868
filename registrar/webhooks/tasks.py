"""Sending webhooks. Ids in; every task may run twice.

A worker takes an endpoint, follows the events to their end, sends what is due in batches and
hands the endpoint back. A sweep finds endpoints that nobody was woken for.
"""

import time

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from registrar.errors import NotFound
from registrar.jobs import hurry
from registrar.tenancy.actor import Actor, system_actor, system_staff_actor
from registrar.tenancy.context import acting_as

from . import outbox
from .retention import remove_old
from .sending import LONGEST
from .services.fanning_out import fan_out
from .services.noting import note_answers
from .services.taking import release_endpoint, take_batch, take_endpoint
from .work import endpoints_with_work, has_work

# What a batch may take beyond its letters.
_MARGIN = 5


@shared_task
def work_on_endpoint(account_id: int, endpoint_id: int) -> None:
    """Send what is due to one endpoint, as long as the task's time allows."""
    actor = system_actor(account_id)
    with acting_as(actor):
        taken = take_endpoint(endpoint_id=endpoint_id)
    if not taken:
        return
    until = time.monotonic() + settings.CELERY_TASK_SOFT_TIME_LIMIT - LONGEST - _MARGIN
    try:
        while _one_round(actor, endpoint_id) and time.monotonic() < until:
            pass
    except NotFound:
        return  # deleted meanwhile
    finally:
        with acting_as(actor):
            release_endpoint(endpoint_id=endpoint_id)
    # Asked after it was handed back: whoever was woken meanwhile found it taken and left.
    with acting_as(actor):
        more = has_work(endpoint_id)
    if more:
        hurry(work_on_endpoint, account_id, endpoint_id)


def _one_round(actor: Actor, endpoint_id: int) -> bool:
    """Follow the events a step, send a batch; False when there is nothing to do."""
    with acting_as(actor):
        more = fan_out(endpoint_id=endpoint_id)
    with acting_as(actor):
        parcels = take_batch(endpoint_id=endpoint_id)
    if not parcels:
        return more
    answers = outbox.send_all([parcel.letter for parcel in parcels])
    with acting_as(actor):
        note_answers(
            actor=actor, endpoint_id=endpoint_id, told=list(zip(parcels, answers, strict=True))
        )
    return True


@shared_task
def wake_endpoints(account_id: int) -> None:
    """Something happened in the account: whoever wants to know is worked on."""
    with acting_as(system_actor(account_id)):
        found = endpoints_with_work(timezone.now(), account_id=account_id)
    for _account, endpoint_id in found:
        hurry(work_on_endpoint, account_id, endpoint_id)


@shared_task
def sweep_webhooks() -> None:
    """Find endpoints with something to do, in every account, and hurry each."""
    with acting_as(system_staff_actor()):
        found = endpoints_with_work(timezone.now())
    for account_id, endpoint_id in found:
        hurry(work_on_endpoint, account_id, endpoint_id)


@shared_task
def sweep_webhook_log() -> None:
    """Remove deliveries whose time in the log is over."""
    with acting_as(system_staff_actor()):
        remove_old(timezone.now())
