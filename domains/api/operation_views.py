"""/operations: asking for one or many, watching them, taking them back."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import (
    OpenApiParameter,
    OpenApiResponse,
    PolymorphicProxySerializer,
    extend_schema,
)
from rest_framework.request import Request
from rest_framework.response import Response

from domains.batching.kind import OperationsKind
from domains.operation_kinds import KINDS
from domains.selectors.domains import find_domain
from domains.selectors.operations import (
    NEWEST,
    OperationFilter,
    find_operation,
    operations,
)
from domains.services.operations import (
    cancel_operation,
    request_operation,
    submit_operation,
)
from domains.states import OperationState
from registrar.accounts.permissions import Permission
from registrar.api.bodies import no_body
from registrar.api.lists import list_response, list_shape
from registrar.api.parameters import one_of, only
from registrar.api.views import ApiView
from registrar.batches.api.bodies import read_items
from registrar.batches.api.shapes import whole_batch_shape
from registrar.batches.selectors import find_batch
from registrar.batches.services.accepting import accept_batch

from .bodies import OperationInput
from .described_batches import BatchShape, OperationItems
from .documents import BATCH_EXAMPLE, BLOCKED_EXAMPLE, CURSOR, LIMIT, OPERATION_EXAMPLE
from .orders import read_order
from .resources import OPERATION
from .shapes import OperationShape, operation_shape


class OperationsView(ApiView):
    scopes = {"GET": Permission.OPERATIONS_READ, "POST": Permission.OPERATIONS_WRITE}
    problems = {"GET": ("not_found",), "POST": ("not_found", "operation_blocked", "operation_open")}

    @extend_schema(
        summary="List operations, the newest first",
        parameters=[
            OpenApiParameter("state", enum=OperationState.values),
            OpenApiParameter("operation", enum=list(KINDS)),
            OpenApiParameter("domain", description="A-label or U-label"),
            OpenApiParameter("batch", description="id of a batch"),
            CURSOR,
            LIMIT,
        ],
        responses={200: list_shape(OperationShape)},
    )
    def get(self, request: Request) -> Response:
        only(request, "state", "operation", "domain", "batch", "cursor", "limit")
        domain, batch = (request.query_params.get(name, "") for name in ("domain", "batch"))
        wanted = OperationFilter(
            state=one_of(request, "state", OperationState.values),
            kind=one_of(request, "operation", KINDS),
            domain=find_domain(domain) if domain else None,
            batch=find_batch(self.actor, batch) if batch else None,
        )
        rows = wanted.apply(operations())
        return list_response(request, rows, order=NEWEST, shape=operation_shape)

    @extend_schema(
        summary="Ask for one operation, or for many",
        description=(
            "Either the fields of one (`operation` and `domain` are required), or `items` alone"
            " with up to 4,000 of them. Each item stands for itself: its"
            " answer holds the operation, or a `problem`. Up to 50 are carried out at once; more"
            " wait their turn (`item_state`: `waiting`), to be watched at `/batches/{id}`. Items"
            " of one domain run in the order given, each when the operation of the one before"
            " has ended. A dry run of more than 50 checks what needs no look at each domain:"
            " form, names, ids and scopes. A change of registrant, and taking"
            " a lock away, need the scope `sensitive` besides `operations:write`; without it"
            " the answer is 403 with the code `scope_missing`. Adding a lock does not."
        ),
        request=PolymorphicProxySerializer(
            "OperationRequest", [OperationInput, OperationItems], resource_type_field_name=None
        ),
        examples=[OPERATION_EXAMPLE, BATCH_EXAMPLE],
        responses={
            202: OpenApiResponse(
                PolymorphicProxySerializer(
                    "OperationAccepted", [OperationShape, BatchShape], resource_type_field_name=None
                ),
                "Taken; `state` says how far it is.",
            ),
            409: OpenApiResponse(
                OpenApiTypes.OBJECT,
                "Blocked: `errors` holds every reason, `blocked_until` the day it ends if known.",
                examples=[BLOCKED_EXAMPLE],
            ),
        },
    )
    def post(self, request: Request) -> Response:
        only(request)
        data = request.data
        if isinstance(data, dict) and "items" in data:
            return Response(self._many(data), status=202)
        operation = request_operation(actor=self.actor, **read_order(data))
        return Response(operation_shape(operation), status=202)

    def _many(self, data: dict[str, Any]) -> dict[str, Any]:
        batch = accept_batch(actor=self.actor, kind=OperationsKind.key, given=read_items(data))
        return whole_batch_shape(batch, self.actor)


class OperationView(ApiView):
    scopes = {"GET": Permission.OPERATIONS_READ}
    resource = OPERATION

    @extend_schema(
        summary="Read one operation",
        description="A failed one says why in `failure`: the registry's words and what they mean.",
        responses={200: OperationShape},
    )
    def get(self, request: Request, operation_id: str) -> Response:
        only(request)
        return Response(OPERATION.shown(operation_id))


class OperationSubmitView(ApiView):
    """A key proves nothing by a code: the scope `sensitive` stands in for it."""

    scopes = {"POST": Permission.OPERATIONS_WRITE}
    problems = {"POST": ("operation_blocked", "state_conflict")}

    @extend_schema(
        summary="Send off an operation that waits for an identity check",
        description=(
            "What a member asked for in the console without entering the code. Needs the scope"
            " `sensitive` besides `operations:write`."
        ),
        request=None,
        responses={200: OperationShape},
    )
    def post(self, request: Request, operation_id: str) -> Response:
        only(request)
        no_body(request)
        operation = find_operation(operation_id)
        return Response(operation_shape(submit_operation(actor=self.actor, operation=operation)))


class OperationCancelView(ApiView):
    scopes = {"POST": Permission.OPERATIONS_WRITE}
    resource = OPERATION
    problems = {"POST": ("state_conflict", "too_late_to_cancel")}

    @extend_schema(
        summary="Cancel an operation that the registry has not got yet",
        request=None,
        responses={200: OperationShape},
    )
    def post(self, request: Request, operation_id: str) -> Response:
        only(request)
        no_body(request)
        operation = find_operation(operation_id)
        return Response(operation_shape(cancel_operation(actor=self.actor, operation=operation)))
