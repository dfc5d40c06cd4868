"""Accepting a batch: checked as a whole, written in one go, carried out afterwards."""

import json
from collections.abc import Sequence
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone

from registrar.accounts.guard import require
from registrar.accounts.purposes import Purpose
from registrar.accounts.step_up import require_proof
from registrar.batches.kinds import BatchKind, Checked, Refused, kind_named
from registrar.batches.models import Batch, BatchItem
from registrar.batches.problems import keep
from registrar.batches.selectors import IN_ORDER, ready_items
from registrar.batches.states import ItemState
from registrar.batches.tasks import run_items
from registrar.jobs import hurry_on_commit
from registrar.tenancy.actor import Actor, ActorKind

from .advancing import settle
from .carrying_out import run_item
from .recording import note

MAX_ITEMS = 4000
_AT_ONCE = 1000


@transaction.atomic
def accept_batch(*, actor: Actor, kind: str, given: Sequence[dict[str, Any]]) -> Batch:
    """A batch of 1 to MAX_ITEMS items; the door has counted them.

    What can be told of all at once is checked here, in a constant number of queries: items that
    fail it are refused already. The others wait their turn, or, where there are few, have had it
    when this returns (`BatchKind.at_once`). NotPermitted without the kind's permission;
    StepUpRequired for a person whose items need an identity check.
    """
    spec = kind_named(kind)
    require(actor, spec.write)
    checked = spec.check(actor, given)
    purposes = {one.purpose for one in checked if isinstance(one, Checked) and one.purpose}
    if actor.kind is ActorKind.USER:
        require_proofs(actor, purposes)
    batch = _write(actor, spec, checked, sorted(purposes))
    waiting = sum(isinstance(one, Checked) for one in checked)
    at_once = waiting <= spec.at_once
    if at_once:
        spec.lock([one.asked for one in checked if isinstance(one, Checked)])
    note(actor, batch, "requested", kind=kind, items=len(given), refused=len(given) - waiting)
    if at_once:
        _run_at_once(actor, batch, spec)
    else:
        hurry_on_commit(run_items, batch.pk, batch.account_id)
    return batch


def require_proofs(actor: Actor, purposes: set[str] | list[str]) -> None:
    """StepUpRequired for the first that a person has not proved; for a key without the scope
    `sensitive` NotPermitted."""
    for purpose in sorted(purposes):
        require_proof(actor=actor, purpose=Purpose(purpose))


def _write(
    actor: Actor, spec: BatchKind, checked: Sequence[Checked | Refused], purposes: list[str]
) -> Batch:
    now = timezone.now()
    batch = Batch.objects.create(
        account_id=actor.account_id,
        kind=spec.key,
        requested_by=actor.label[:128],
        asked_as=actor.kind.value,
        asked_user_id=actor.user_id,
        asked_key_id=actor.key_id,
        purposes=purposes,
        request_id=actor.request_id,
        started_at=now,
        due_at=now,
    )
    rows = [_item(batch, index, one) for index, one in enumerate(checked)]
    BatchItem.objects.bulk_create(rows, batch_size=_AT_ONCE)
    return batch


def _item(batch: Batch, index: int, one: Checked | Refused) -> BatchItem:
    if isinstance(one, Refused):
        return BatchItem(
            account_id=batch.account_id,
            batch=batch,
            index=index,
            told=one.told,
            state=ItemState.REFUSED,
            problem=keep(one.problem),
            ended_at=batch.started_at,
        )
    return BatchItem(
        account_id=batch.account_id,
        batch=batch,
        index=index,
        key=one.key,
        told=one.told,
        asked=json.dumps(one.asked, cls=DjangoJSONEncoder),
    )


def _run_at_once(actor: Actor, batch: Batch, spec: BatchKind) -> None:
    """In the caller's transaction, which nobody else sees yet: each item in a savepoint. What
    has to wait for an earlier one is left to a worker."""
    worked = False
    for item in ready_items(batch, kind=spec).select_related("batch").order_by(*IN_ORDER):
        run_item(actor=actor, item=item, kind=spec)
        item.save()
        worked = True
    settle(actor=actor, batch=batch, worked=worked, in_request=True)
