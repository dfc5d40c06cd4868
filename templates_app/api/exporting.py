"""/templates/export: the list as a file."""

from django.http import StreamingHttpResponse
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request

from registrar.accounts.permissions import Permission
from registrar.api.parameters import one_of, only
from registrar.api.views import ApiView
from registrar.sheets.api.files import ABOUT, FILES, FORMAT, asked_format
from registrar.sheets.api.negotiating import FileNegotiation
from registrar.sheets.writing.exporting import export
from templates_app.models import HolderType
from templates_app.selectors import list_templates
from templates_app.sheets.exporting import templates_export
from templates_app.states import TemplateState

_FILTERS = ("state", "holder_type", "q")


class TemplatesExportView(ApiView):
    scopes = {"GET": Permission.TEMPLATES_READ}
    content_negotiation_class = FileNegotiation

    @extend_schema(
        summary="Export info templates as CSV or XLSX",
        description="The newest first, document numbers masked." + ABOUT,
        tags=["templates"],
        parameters=[
            FORMAT,
            OpenApiParameter("state", enum=TemplateState.values),
            OpenApiParameter("holder_type", enum=HolderType.values),
            OpenApiParameter("q", description="part of a name or e-mail, a whole number, or an id"),
        ],
        responses=FILES,
    )
    def get(self, request: Request) -> StreamingHttpResponse:
        only(request, *_FILTERS, "format")
        rows = list_templates(
            state=one_of(request, "state", TemplateState.values),
            holder_type=one_of(request, "holder_type", HolderType.values),
            query=request.query_params.get("q", ""),
        )
        given = request.query_params
        asked = ", ".join(f"{name}={given[name]}" for name in _FILTERS if given.get(name))
        what = templates_export(rows, asked=asked, codes=True)
        return export(actor=self.actor, what=what, kind=asked_format(request))
