"""Reading batches and their items; inside the fence."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet
from django.utils import timezone

from registrar.accounts.guard import require
from registrar.tenancy.actor import Actor
from registrar.tenancy.lookups import find_by_public_id

from .kinds import BatchKind, kind_named, kinds
from .models import Batch, BatchItem
from .states import BatchState, ItemState

NEWEST = ("-created_at", "-id")
IN_ORDER = ("index", "id")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many items a batch has, by state. `last_on` is the latest day on which one of them is
    expected to have ended."""

    states: Mapping[str, int] = field(default_factory=Counter)
    last_on: dt.date | None = None
    provisional: bool = False

    def state(self, state: str) -> int:
        return self.states.get(state, 0)

    @property
    def done(self) -> int:
        return self.state(ItemState.DONE)

    @property
    def with_problem(self) -> int:
        return self.state(ItemState.REFUSED) + self.state(ItemState.FAILED)

    @property
    def total(self) -> int:
        return sum(self.states.values())

    @property
    def ended(self) -> int:
        """Those whose turn has been."""
        return self.total - self.state(ItemState.WAITING) - self.state(ItemState.CANCELLED)


def readable_kinds(actor: Actor) -> list[BatchKind]:
    return [kind for kind in kinds() if actor.may(kind.read)]


def batches_for(actor: Actor) -> QuerySet[Batch]:
    """The account's batches of the kinds that the asker may see."""
    rows: QuerySet[Batch] = Batch.objects.filter(kind__in=[k.key for k in readable_kinds(actor)])
    return rows


def find_batch(actor: Actor, public_id: str) -> Batch:
    """NotFound when there is none in this account; NotPermitted when it is of a kind that the
    asker may not see."""
    batch: Batch = find_by_public_id(Batch.objects.all(), public_id)
    require(actor, kind_named(batch.kind).read)
    return batch


def items_of(batch: Batch) -> QuerySet[BatchItem]:
    """Every item, without anything sealed."""
    rows: QuerySet[BatchItem] = BatchItem.objects.filter(batch=batch).defer("asked")
    return rows


def ready_items(batch: Batch, *, kind: BatchKind) -> QuerySet[BatchItem]:
    """The items whose turn it is: due, and with no earlier one of their key that still waits or
    whose end is still to come."""
    earlier = BatchItem.objects.filter(
        batch=OuterRef("batch"), key=OuterRef("key"), index__lt=OuterRef("index")
    ).filter(Q(state=ItemState.WAITING) | Q(state=ItemState.DONE, result_uid__in=kind.under_way()))
    waiting: QuerySet[BatchItem] = BatchItem.objects.filter(batch=batch, state=ItemState.WAITING)
    due = Q(due_at__isnull=True) | Q(due_at__lte=timezone.now())
    return waiting.filter(due).exclude(Exists(earlier))


def counts_of(batch_pks: Iterable[int]) -> dict[int, Counts]:
    """The counts of several batches in one query."""
    pks = list(batch_pks)
    rows = (
        BatchItem.objects.filter(batch__in=pks)
        .order_by()
        .values("batch_id", "state")
        .annotate(
            count=Count("pk"),
            last_on=Max("expected_on"),
            provisional_on=Max("expected_on", filter=Q(expected_provisional=True)),
        )
    )
    found: dict[int, list[dict[str, Any]]] = {pk: [] for pk in pks}
    for row in rows:
        found[row["batch_id"]].append(row)
    return {pk: _counts(own) for pk, own in found.items()}


def _counts(rows: list[dict[str, Any]]) -> Counts:
    last_on = max((row["last_on"] for row in rows if row["last_on"]), default=None)
    return Counts(
        states=Counter({row["state"]: row["count"] for row in rows}),
        last_on=last_on,
        provisional=any(last_on and row["provisional_on"] == last_on for row in rows),
    )


def finishes_at(batch: Batch, counts: Counts) -> dt.datetime | None:
    """When the last item should have had its turn, by the pace so far; None where that can't be
    said: nothing has run yet, or what is left waits for something else to end."""
    waiting = counts.state(ItemState.WAITING)
    if batch.state != BatchState.RUNNING or not counts.ended or batch.idle_looks:
        return None
    now = timezone.now()
    return now + (now - batch.started_at) / counts.ended * waiting
