"""/domains/export: the list as a file."""

from django.http import StreamingHttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from domains.sheets.exporting import domains_export
from registrar.accounts.permissions import Permission
from registrar.api.parameters import only
from registrar.api.views import ApiView
from registrar.sheets.api.files import ABOUT, FILES, FORMAT, asked_format
from registrar.sheets.api.negotiating import FileNegotiation
from registrar.sheets.writing.exporting import export

from .filters import FILTER_PARAMETERS, FILTERS, wanted_of


class DomainsExportView(ApiView):
    scopes = {"GET": Permission.DOMAINS_READ}
    content_negotiation_class = FileNegotiation

    @extend_schema(
        summary="Export the account's domains as CSV or XLSX",
        description="What the filter shows, in its order." + ABOUT,
        parameters=[FORMAT, *FILTER_PARAMETERS],
        responses=FILES,
    )
    def get(self, request: Request) -> StreamingHttpResponse:
        only(request, *FILTERS, "format")
        what = domains_export(wanted_of(request), codes=True)
        return export(actor=self.actor, what=what, kind=asked_format(request))
