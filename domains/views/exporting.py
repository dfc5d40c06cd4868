"""/domains/export/: the list as a file, as its filter and order show it."""

from django.http import StreamingHttpResponse
from django.views.decorators.http import require_safe

from domains.sheets.exporting import domains_export
from registrar.accounts.access import member_required
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.sheets.writing.exporting import export
from registrar.sheets.writing.files import format_of

from .filters import filter_of


@require_safe
@member_required(Permission.DOMAINS_READ)
def domain_export(request: MemberRequest) -> StreamingHttpResponse:
    what = domains_export(filter_of(request.GET), codes=False)
    return export(actor=request.actor, what=what, kind=format_of(request.GET))
