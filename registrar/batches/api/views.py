"""/batches: watching many items at once, stopping them, going on with them."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.api.bodies import no_body
from registrar.api.lists import list_shape
from registrar.api.parameters import limit_of, one_of, only
from registrar.api.views import ApiView
from registrar.batches.kinds import kinds
from registrar.batches.models import Batch
from registrar.batches.selectors import (
    IN_ORDER,
    NEWEST,
    batches_for,
    counts_of,
    find_batch,
    items_of,
)
from registrar.batches.services.stopping import cancel_batch, resume_batch
from registrar.batches.states import BatchState, ItemState
from registrar.paging import DEFAULT_LIMIT, page_by_key

from .shapes import BatchHeadShape, batch_shape, item_shapes

_CURSOR = OpenApiParameter("cursor", description="`next` of the page before")
_LIMIT = OpenApiParameter("limit", type=int, default=DEFAULT_LIMIT)


class BatchItemAnswer(serializers.Serializer[Any]):
    """Beside these the fields of an operation or of a verification, null until there is one."""

    index = serializers.IntegerField(help_text="place in the body, from 0")
    item_state = serializers.ChoiceField(choices=ItemState.choices)
    id = serializers.CharField(allow_null=True)
    state = serializers.CharField(allow_null=True)
    problem = serializers.DictField(allow_null=True, help_text="RFC 9457 problem details")


class BatchesView(ApiView):
    # Which batches a key may see hangs on its scopes: operations:read, verifications:read.
    scopes = {"GET": None}

    @extend_schema(
        summary="List batches, the newest first",
        description=(
            "Those of operations for keys with `operations:read`, those of verifications for"
            " keys with `verifications:read`."
        ),
        parameters=[
            OpenApiParameter("state", enum=BatchState.values),
            OpenApiParameter("kind", enum=["operations", "verifications"]),
            _CURSOR,
            _LIMIT,
        ],
        responses={200: list_shape(BatchHeadShape)},
    )
    def get(self, request: Request) -> Response:
        only(request, "state", "kind", "cursor", "limit")
        rows = batches_for(self.actor)
        for name, values in (
            ("state", BatchState.values),
            ("kind", [kind.key for kind in kinds()]),
        ):
            value = one_of(request, name, values)
            rows = rows.filter(**{name: value}) if value else rows
        cursor = request.query_params.get("cursor", "")
        page = page_by_key(rows, order=NEWEST, cursor=cursor, limit=limit_of(request))
        counts = counts_of(batch.pk for batch in page.items)
        items = [batch_shape(batch, counts[batch.pk]) for batch in page.items]
        return Response({"items": items, "next": page.next})


class BatchView(ApiView):
    scopes = {"GET": None}
    problems = {"GET": ("scope_missing",)}

    @extend_schema(
        summary="Read a batch: how far it is",
        description=(
            "`counts` by `item_state`: `waiting`, `done` (taken: look at the item's own state),"
            " `refused`, `failed` (can be resumed), `cancelled`. `state` is `running`, `done`"
            " when nothing waits any more, or `cancelled`. Needs the read scope of its kind."
        ),
        responses={200: BatchHeadShape},
    )
    def get(self, request: Request, batch_id: str) -> Response:
        only(request)
        return Response(_shaped(find_batch(self.actor, batch_id)))


class BatchItemsView(ApiView):
    scopes = {"GET": None}
    problems = {"GET": ("scope_missing",)}

    @extend_schema(
        summary="List a batch's items, in their order",
        parameters=[OpenApiParameter("state", enum=ItemState.values), _CURSOR, _LIMIT],
        responses={200: list_shape(BatchItemAnswer)},
    )
    def get(self, request: Request, batch_id: str) -> Response:
        only(request, "state", "cursor", "limit")
        batch = find_batch(self.actor, batch_id)
        rows, state = items_of(batch), one_of(request, "state", ItemState.values)
        page = page_by_key(
            rows.filter(state=state) if state else rows,
            order=IN_ORDER,
            cursor=request.query_params.get("cursor", ""),
            limit=limit_of(request),
        )
        return Response({"items": item_shapes(batch, page.items, self.actor), "next": page.next})


class CancelBatchView(ApiView):
    scopes = {"POST": None}
    problems = {"POST": ("scope_missing", "state_conflict")}

    @extend_schema(
        summary="Cancel a batch: what still waits its turn is let go",
        description=(
            "What has been taken goes on; cancel operations one by one where that is possible"
            " still. 409 unless it is running. Needs the write scope of its kind."
        ),
        request=None,
        responses={200: BatchHeadShape},
    )
    def post(self, request: Request, batch_id: str) -> Response:
        only(request)
        batch = find_batch(self.actor, batch_id)
        no_body(request)
        return Response(_shaped(cancel_batch(actor=self.actor, batch=batch)))


class ResumeBatchView(ApiView):
    scopes = {"POST": None}
    problems = {"POST": ("nothing_to_resume", "scope_missing", "state_conflict")}

    @extend_schema(
        summary="Go on with a batch: the cancelled and the failed items wait again",
        description=(
            "In the name of this key, which needs the write scope of its kind and, where an item"
            " needs it, `sensitive`. Refused items stay refused. 409 while it is running, and"
            " `nothing_to_resume` when nothing can be tried again."
        ),
        request=None,
        responses={202: BatchHeadShape},
    )
    def post(self, request: Request, batch_id: str) -> Response:
        only(request)
        batch = find_batch(self.actor, batch_id)
        no_body(request)
        return Response(_shaped(resume_batch(actor=self.actor, batch=batch)), status=202)


def _shaped(batch: Batch) -> dict[str, Any]:
    return batch_shape(batch, counts_of([batch.pk])[batch.pk])
