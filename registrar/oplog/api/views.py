"""The operation log, read-only."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.accounts.permissions import Permission
from registrar.api.lists import list_response, list_shape
from registrar.api.parameters import only
from registrar.api.views import ApiView
from registrar.oplog.models import LogEntry
from registrar.oplog.search import ORDER, PARAMETERS, read_filter, search_log
from registrar.tenancy.lookups import find_by_public_id

from .shapes import OperationLogShape

_DOCUMENTED = [
    OpenApiParameter("action", description="an action or an object type"),
    OpenApiParameter("object_id", description="id of the object"),
    OpenApiParameter("actor", description="part of a name, or user, key, staff, system"),
    OpenApiParameter("from", description="day or moment, inclusive"),
    OpenApiParameter("to", description="day, inclusive, or moment, exclusive"),
    OpenApiParameter("q", description="text in object, actor, action or reason"),
    OpenApiParameter("cursor", description="`next` of the page before"),
    OpenApiParameter("limit", type=int, description="1 to 200"),
]


class OperationLogView(ApiView):
    scopes = {"GET": Permission.LOGS_READ}

    @extend_schema(responses=OperationLogShape, summary="One change in the account")
    def get(self, request: Request, log_id: str) -> Response:
        only(request)
        rows = LogEntry.objects.filter(account_id=int(self.actor.account_id or 0))
        return Response(OperationLogShape(find_by_public_id(rows, log_id)).data)


class OperationLogListView(ApiView):
    scopes = {"GET": Permission.LOGS_READ}

    @extend_schema(
        parameters=_DOCUMENTED,
        responses=list_shape(OperationLogShape),
        summary="Changes in the account, newest first",
    )
    def get(self, request: Request) -> Response:
        only(request, *PARAMETERS, "cursor", "limit")
        rows = search_log(int(self.actor.account_id or 0), read_filter(request.query_params))
        return list_response(
            request, rows, order=ORDER, shape=lambda entry: OperationLogShape(entry).data
        )
