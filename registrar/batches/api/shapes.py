"""How batches and their items look in the API. Shape only: nothing here saves."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from registrar.batches.kinds import kind_named
from registrar.batches.models import Batch, BatchItem
from registrar.batches.problems import tell
from registrar.batches.selectors import IN_ORDER, Counts, counts_of, finishes_at, items_of
from registrar.batches.states import BatchState, ItemState
from registrar.tenancy.actor import Actor


class BatchHeadShape(serializers.Serializer[Any]):
    id = serializers.CharField(source="public_id")
    kind = serializers.CharField(help_text="operations or verifications")
    state = serializers.ChoiceField(choices=BatchState.choices)
    counts = serializers.SerializerMethodField()
    created_at = serializers.DateTimeField()
    requested_by = serializers.CharField()
    started_at = serializers.DateTimeField(help_text="when it was asked for, or resumed last")
    ended_at = serializers.DateTimeField(allow_null=True)
    finishes_at = serializers.SerializerMethodField()
    expected_on = serializers.SerializerMethodField()
    expected_provisional = serializers.SerializerMethodField()

    @extend_schema_field(
        serializers.DictField(
            child=serializers.IntegerField(), help_text="`total`, and items by `item_state`"
        )
    )
    def get_counts(self, _batch: Batch) -> dict[str, int]:
        counts: Counts = self.context["counts"]
        return {"total": counts.total} | {s.value: counts.state(s) for s in ItemState}

    def get_finishes_at(self, batch: Batch) -> dt.datetime | None:
        """When the last item should have had its turn, by the pace so far."""
        return finishes_at(batch, self.context["counts"])

    def get_expected_on(self, _batch: Batch) -> dt.date | None:
        """The day on which the last of what was taken should have ended."""
        day: dt.date | None = self.context["counts"].last_on
        return day

    def get_expected_provisional(self, _batch: Batch) -> bool:
        return bool(self.context["counts"].provisional)


class ItemOfBatch(serializers.Serializer[Any]):
    """Put before the shape of a kind's results: any of its fields may be null, those in `told`
    hold what was sent."""

    told: ClassVar[tuple[str, ...]] = ()

    index = serializers.IntegerField(help_text="place in the body, from 0")
    item_state = serializers.ChoiceField(choices=ItemState.choices)
    problem = serializers.DictField(allow_null=True, help_text="RFC 9457 problem details")

    def get_fields(self) -> dict[str, Any]:
        fields = super().get_fields()
        for name in self.told:
            fields[name] = serializers.CharField(allow_null=True)
        fields["state"] = serializers.CharField(
            help_text="that of the result; `waiting` or `cancelled` without one"
        )
        for name, field in fields.items():
            # Computed ones say in their types already that they may be null.
            computed = isinstance(field, serializers.SerializerMethodField)
            if not computed and name not in ("index", "item_state"):
                field.allow_null = True
        return fields


def batch_shape(batch: Batch, counts: Counts) -> dict[str, Any]:
    return dict(BatchHeadShape(batch, context={"counts": counts}).data)


def whole_batch_shape(batch: Batch, actor: Actor) -> dict[str, Any]:
    """The batch with every item in its order: what the request for one is answered with."""
    batch.refresh_from_db()
    items = list(items_of(batch).order_by(*IN_ORDER))
    shaped = batch_shape(batch, counts_of([batch.pk])[batch.pk])
    return shaped | {"items": item_shapes(batch, items, actor)}


def item_shapes(batch: Batch, items: Sequence[BatchItem], actor: Actor) -> list[dict[str, Any]]:
    """What came of each, as the kind shows it, and its own fields."""
    kind = kind_named(batch.kind)
    done = [item for item in items if item.result_uid is not None]
    results = kind.shapes(done) if done else {}
    empty, whole = kind.empty(), kind.tells_reasons_to(actor)
    return [
        _result(item, results, empty) | _own(item, request_id=batch.request_id, whole=whole)
        for item in items
    ]


def _result(
    item: BatchItem, results: dict[uuid.UUID, dict[str, Any]], empty: dict[str, Any]
) -> dict[str, Any]:
    found = results.get(item.result_uid) if item.result_uid else None
    if found is not None:
        return found
    waits = item.state in (ItemState.WAITING, ItemState.CANCELLED)
    return empty | item.told | {"state": str(item.state) if waits else None}


def _own(item: BatchItem, *, request_id: str, whole: bool) -> dict[str, Any]:
    problem = tell(item.problem, request_id=request_id, whole=whole) if item.problem else None
    return {"index": item.index, "item_state": str(item.state), "problem": problem}
