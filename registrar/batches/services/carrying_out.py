"""One item, carried out in one transaction through the ordinary services."""

import json

from django.db import transaction
from django.utils import timezone

from registrar.backoff import next_look
from registrar.batches.asking import asker_of
from registrar.batches.kinds import BatchKind, kind_named
from registrar.batches.models import BatchItem
from registrar.batches.problems import UNEXPECTED, keep
from registrar.batches.selectors import ready_items
from registrar.errors import NotPermitted, ServiceError, TooMany, Unavailable
from registrar.tenancy.actor import Actor
from registrar.transitions import move

from .locking import lock_waiting_item

# An item that fails in a way nobody foresaw is tried again, later.
MOST_TROUBLES = 3
# What is not ready yet is asked again for about two hours.
MOST_LOOKS = 16


def carry_out_item(*, item_id: int) -> None:
    """Carry out one item whose turn it is, and write down what became of it.

    Result and item change together, so that an item is never carried out twice. A refusal ends
    the item and nothing else; one that passes by itself has it tried again later.
    """
    item = lock_waiting_item(item_id)
    if item is None:
        return
    kind = kind_named(item.batch.kind)
    # Between the portion and this lock another worker may have begun an earlier one.
    if not ready_items(item.batch, kind=kind).filter(pk=item.pk).exists():
        return
    try:
        asker = asker_of(item.batch)
    except NotPermitted as refused:
        fail_item(item, refused)
    else:
        run_item(actor=asker, item=item, kind=kind)
    item.save()


def run_item(*, actor: Actor, item: BatchItem, kind: BatchKind) -> None:
    """The locked item changes; the caller saves it."""
    asked = json.loads(item.asked or "{}")
    try:
        with transaction.atomic():
            result = kind.run(actor, item.batch, asked)
    except ServiceError as refused:
        _take_refusal(item, kind, refused)
        return
    item.result_uid = result.uid
    item.expected_on, item.expected_provisional = result.expected_on, result.provisional
    move(item.complete)
    _end(item)


def note_trouble(*, item_id: int) -> None:
    """It failed in a way nobody foresaw, all its changes undone."""
    item = lock_waiting_item(item_id)
    if item is not None:
        _try_again(item, UNEXPECTED, most=MOST_TROUBLES)
        item.save()


def fail_item(item: BatchItem, why: ServiceError) -> None:
    """It may be tried again when the batch is resumed: what was asked stays."""
    item.problem, item.due_at, item.ended_at = keep(why), None, timezone.now()
    move(item.fail)


def _take_refusal(item: BatchItem, kind: BatchKind, refused: ServiceError) -> None:
    if refused.code in kind.not_yet or isinstance(refused, Unavailable | TooMany):
        _try_again(item, refused, most=MOST_LOOKS)
    elif isinstance(refused, NotPermitted):
        # Another who may can resume the batch.
        fail_item(item, refused)
    else:
        item.problem = keep(refused, private=kind.reasons_need is not None)
        move(item.refuse)
        _end(item)


def _try_again(item: BatchItem, why: ServiceError, *, most: int) -> None:
    item.attempts += 1
    if item.attempts >= most:
        fail_item(item, why)
    else:
        item.due_at = next_look(item.attempts)


def _end(item: BatchItem) -> None:
    item.asked, item.due_at, item.ended_at = None, None, timezone.now()
