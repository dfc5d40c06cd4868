"""/templates/export/: the list as a file, as its filter shows it."""

from django.http import StreamingHttpResponse
from django.views.decorators.http import require_safe

from registrar.accounts.access import member_required
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.sheets.writing.exporting import export
from registrar.sheets.writing.files import format_of
from templates_app.selectors import list_templates
from templates_app.sheets.exporting import templates_export

from .listing import filters_of


@require_safe
@member_required(Permission.TEMPLATES_READ)
def template_export(request: MemberRequest) -> StreamingHttpResponse:
    filters = filters_of(request)
    rows = list_templates(
        state=filters["state"], holder_type=filters["holder_type"], query=filters["q"]
    )
    asked = ", ".join(f"{name}={value}" for name, value in filters.items() if value)
    what = templates_export(rows, asked=asked, codes=False)
    return export(actor=request.actor, what=what, kind=format_of(request.GET))
