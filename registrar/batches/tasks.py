"""Carrying out batches. Ids in; every task may run twice, at any time."""

import json

from celery import shared_task
from django.utils import timezone

from registrar.jobs import hurry
from registrar.portions import work_through
from registrar.tenancy.actor import Actor, system_actor, system_staff_actor
from registrar.tenancy.context import acting_as

from .kinds import kind_named
from .models import Batch, BatchItem
from .services.advancing import put_back, take_portion
from .services.carrying_out import carry_out_item, note_trouble

_AT_ONCE = 500


@shared_task(ignore_result=True)
def run_items(batch_id: int, account_id: int) -> None:
    """Carry out the next items of a running batch, and hurry the ones after them."""
    actor = system_actor(account_id)
    with acting_as(actor):
        portion = take_portion(batch_id=batch_id)
    if portion is None:
        return
    work_through(
        portion.items,
        carry_out=lambda item_id: _carry_out(actor, item_id),
        note_trouble=lambda item_id: _note_trouble(actor, item_id),
        what="batch_item",
    )
    with acting_as(actor):
        more = put_back(actor=actor, portion=portion)
    if more:
        hurry(run_items, batch_id, account_id)


@shared_task(ignore_result=True)
def sweep_batches() -> None:
    """Find batches that nobody works on, across accounts, and hurry each."""
    with acting_as(system_staff_actor()):
        due = Batch.objects.filter(due_at__lte=timezone.now()).order_by("due_at")
        rows = list(due.values_list("pk", "account_id")[:_AT_ONCE])
    for batch_id, account_id in rows:
        hurry(run_items, batch_id, account_id)


def _carry_out(actor: Actor, item_id: int) -> None:
    with acting_as(actor):
        item = BatchItem.objects.filter(pk=item_id).select_related("batch").first()
    if item is None:
        return
    kind_named(item.batch.kind).prepare(actor, json.loads(item.asked or "{}"))
    with acting_as(actor):
        carry_out_item(item_id=item_id)


def _note_trouble(actor: Actor, item_id: int) -> None:
    with acting_as(actor):
        note_trouble(item_id=item_id)
