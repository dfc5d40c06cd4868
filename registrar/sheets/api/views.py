"""/imports: files of domains and info templates, looked at before anything is changed."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.api.bodies import no_body, read_body
from registrar.api.lists import list_response, list_shape
from registrar.api.parameters import limit_of, one_of, only
from registrar.api.views import ApiView
from registrar.errors import FieldError, InvalidInput, NotFound
from registrar.paging import page_by_key
from registrar.sheets.kinds import SheetKind, get_kind
from registrar.sheets.limits import MAX_BYTES
from registrar.sheets.models import SheetImport
from registrar.sheets.selectors import (
    IN_ORDER,
    NEWEST,
    counts_of,
    counts_of_rows,
    find_import,
    imports_for,
    rows_of,
)
from registrar.sheets.services.receiving import receive_import
from registrar.sheets.services.running import cancel_import, run_import
from registrar.sheets.states import ImportState, RowState
from registrar.uploads import was_cut_off

from .bodies import ImportInput, RunInput
from .shapes import ImportShape, RowShape, import_shape, row_shape

_TOO_LARGE = _("The file has more than 20 MB. Split it.")
_KIND = _("Allowed values: domains, templates.")
_CURSOR = OpenApiParameter("cursor", description="`next` of the page before")
_LIMIT = OpenApiParameter("limit", type=int, default=50)
# Which scope is needed depends on the list: the services ask.
_WRITES = "Needs the write scope of the list: `domains:write` or `templates:write`."


class ImportsView(ApiView):
    scopes = {"GET": None, "POST": None}
    problems = {"POST": ("file_refused", "scope_missing", "too_many_imports")}
    parser_classes = [MultiPartParser]

    @extend_schema(
        summary="List imports, the newest first",
        description=f"Of the lists that the key may write. {_WRITES}",
        parameters=[OpenApiParameter("state", enum=ImportState.values), _CURSOR, _LIMIT],
        responses={200: list_shape(ImportShape)},
    )
    def get(self, request: Request) -> Response:
        only(request, "state", "cursor", "limit")
        rows = imports_for(self.actor)
        state = one_of(request, "state", ImportState.values)
        cursor = request.query_params.get("cursor", "")
        page = page_by_key(
            rows.filter(state=state) if state else rows,
            order=NEWEST,
            cursor=cursor,
            limit=limit_of(request),
        )
        counts = counts_of(page.items)
        items = [import_shape(row, counts[row.pk]) for row in page.items]
        return Response({"items": items, "next": page.next})

    @extend_schema(
        summary="Upload a file",
        description=(
            "Nothing is changed before the import is run. Headings that are unknown, doubled or"
            " missing are each named in `errors`; rows are looked at by a worker: the"
            f" event `import.read` tells that `state` is `preview`. {_WRITES}"
        ),
        request={"multipart/form-data": ImportInput},
        responses={202: ImportShape},
    )
    def post(self, request: Request) -> Response:
        only(request)
        parsed = request.data
        if was_cut_off(request._request) and "file" not in parsed:
            raise InvalidInput(errors=[FieldError("file", "file_too_large", _TOO_LARGE)])
        given = read_body(ImportInput, request)
        file = given["file"]
        found = receive_import(
            actor=self.actor,
            kind=_kind(given["kind"]),
            name=file.name,
            content=file.read(MAX_BYTES + 1),
        )
        return Response(_shaped(found), status=202)


class ImportView(ApiView):
    scopes = {"GET": None}

    @extend_schema(
        summary="Read an import: how far it is", description=_WRITES, responses={200: ImportShape}
    )
    def get(self, request: Request, import_id: str) -> Response:
        only(request)
        return Response(_shaped(find_import(self.actor, import_id)))


class ImportRowsView(ApiView):
    scopes = {"GET": None}

    @extend_schema(
        summary="List an import's rows, in the order of the file",
        description=f"What each would do, or what is wrong with it. {_WRITES}",
        parameters=[OpenApiParameter("state", enum=RowState.values), _CURSOR, _LIMIT],
        responses={200: list_shape(RowShape)},
    )
    def get(self, request: Request, import_id: str) -> Response:
        only(request, "state", "cursor", "limit")
        found = find_import(self.actor, import_id)
        rows = rows_of(found, state=one_of(request, "state", RowState.values))
        return list_response(request, rows, order=IN_ORDER, shape=row_shape)


class RunImportView(ApiView):
    scopes = {"POST": None}
    problems = {"POST": ("import_state", "nothing_to_run", "scope_missing")}

    @extend_schema(
        summary="Carry out every row that is ready",
        description=(
            "Accepted at once. Changes of registrant need `operations:write` and `sensitive`. A"
            f" second run of the same import answers 409. {_WRITES}"
        ),
        request=RunInput,
        responses={202: ImportShape},
    )
    def post(self, request: Request, import_id: str) -> Response:
        only(request)
        found = find_import(self.actor, import_id)
        given = read_body(RunInput, request)
        run = run_import(actor=self.actor, found=found, duplicates=given["duplicates"])
        return Response(_shaped(run), status=202)


class CancelImportView(ApiView):
    scopes = {"POST": None}
    problems = {"POST": ("import_state",)}

    @extend_schema(
        summary="Cancel an import: what still waits is let go, what the file says forgotten",
        description=_WRITES,
        request=None,
        responses={200: ImportShape},
    )
    def post(self, request: Request, import_id: str) -> Response:
        only(request)
        found = find_import(self.actor, import_id)
        no_body(request)
        return Response(_shaped(cancel_import(actor=self.actor, found=found)))


def _shaped(found: SheetImport) -> dict[str, Any]:
    return import_shape(found, counts_of_rows(found))


def _kind(key: str) -> SheetKind:
    try:
        return get_kind(key)
    except NotFound:
        raise InvalidInput(errors=[FieldError("kind", "invalid_choice", _KIND)]) from None
