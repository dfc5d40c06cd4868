"""Taking a running batch from worker to worker, and bringing it to its end."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Min, QuerySet
from django.utils import timezone

from registrar.backoff import next_look
from registrar.batches.kinds import kind_named
from registrar.batches.models import Batch, BatchItem
from registrar.batches.selectors import ready_items
from registrar.batches.states import BatchState, ItemState
from registrar.jobs import lease_until
from registrar.tenancy.actor import Actor

from .locking import lock_batch
from .recording import finish

# So many items for one message: well below the time that a task may take.
CHUNK = 25
# The last of the looks that are counted: the pause between them has long stopped to grow.
_MOST_LOOKS = 100


@dataclass(frozen=True, slots=True)
class Portion:
    """The batch as it was taken, and the items to carry out now; perhaps none."""

    batch: Batch
    items: list[int]


@transaction.atomic
def take_portion(*, batch_id: int) -> Portion | None:
    """The next items whose turn it is, and a lease on the batch; None when it isn't running or
    is taken. A message may come before the batch is due: what an item waited for has ended."""
    batch = lock_batch(batch_id)
    now = timezone.now()
    if batch.state != BatchState.RUNNING or (batch.leased_until and batch.leased_until > now):
        return None
    batch.leased_until = batch.due_at = lease_until()
    batch.save()
    ready = ready_items(batch, kind=kind_named(batch.kind)).order_by("attempts", "index")
    return Portion(batch, list(ready.values_list("pk", flat=True)[:CHUNK]))


@transaction.atomic
def put_back(*, actor: Actor, portion: Portion) -> bool:
    """The portion is done: whether more can be done at once. A batch without anything that
    waits is done; one whose items all wait for something is looked at again later."""
    batch = lock_batch(portion.batch.pk)
    if batch.state != BatchState.RUNNING:
        return False
    return settle(actor=actor, batch=batch, worked=bool(portion.items))


def settle(*, actor: Actor, batch: Batch, worked: bool, in_request: bool = False) -> bool:
    """The same for a batch that is locked already. `in_request`: the answer says what became of
    it, and nobody need be told."""
    waiting = BatchItem.objects.filter(batch=batch, state=ItemState.WAITING)
    if not waiting.exists():
        finish(actor, batch, told=not in_request)
        return False
    more = ready_items(batch, kind=kind_named(batch.kind)).exists()
    batch.idle_looks = 0 if worked or more else min(batch.idle_looks + 1, _MOST_LOOKS)
    batch.leased_until = None
    batch.due_at = timezone.now() if more else _next_look(batch, waiting)
    batch.save()
    return more


def _next_look(batch: Batch, waiting: QuerySet[BatchItem]) -> dt.datetime:
    """When the first of them is due, or might be because what it waits for has ended."""
    first = waiting.aggregate(first=Min("due_at"))["first"]
    look = next_look(batch.idle_looks + 1)
    return min(first, look) if first else look
