"""Files that people begin with, and those that they correct."""

from django.http import StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from registrar.accounts.access import member_required
from registrar.accounts.guard import require
from registrar.accounts.requests import MemberRequest
from registrar.errors import NotFound
from registrar.sheets.kinds import get_kind
from registrar.sheets.selectors import find_import
from registrar.sheets.writing.files import FORMATS
from registrar.sheets.writing.reports import report
from registrar.sheets.writing.samples import sample


@require_safe
@member_required()
def sample_file(request: MemberRequest, sheet_kind: str, file_format: str) -> HttpResponseBase:
    kind = get_kind(sheet_kind)
    require(request.actor, kind.permission)
    return sample(kind, _known(file_format))


@require_safe
@member_required()
def report_file(request: MemberRequest, import_id: str, file_format: str) -> StreamingHttpResponse:
    found = find_import(request.actor, import_id)
    return report(actor=request.actor, found=found, kind=_known(file_format))


def _known(file_format: str) -> str:
    if file_format not in FORMATS:
        raise NotFound
    return file_format
