"""/<list>/import/: bringing a file."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from registrar.accounts.access import member_required
from registrar.accounts.guard import require
from registrar.accounts.requests import MemberRequest
from registrar.errors import InvalidInput, StateConflict
from registrar.sheets.forms import UploadForm
from registrar.sheets.kinds import SheetKind, get_kind
from registrar.sheets.limits import MAX_BYTES
from registrar.sheets.services.receiving import receive_import
from registrar.uploads import was_cut_off


@require_http_methods(["GET", "HEAD", "POST"])
@member_required()
def upload(request: MemberRequest, sheet_kind: str) -> HttpResponse:
    """Takes a file, and leads to what it would do; nothing is changed yet."""
    kind = get_kind(sheet_kind)
    require(request.actor, kind.permission)
    if request.method != "POST":
        return _page(request, kind, UploadForm())
    form = UploadForm(request.POST, request.FILES)
    if was_cut_off(request):
        form.add_error("file", _("The file has more than 20 MB. Split it."))
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            content = file.read(MAX_BYTES + 1)
            found = receive_import(actor=request.actor, kind=kind, name=file.name, content=content)
        except (InvalidInput, StateConflict) as refusal:
            for reason in refusal.errors or (refusal,):
                form.add_error("file", str(reason.message))
        else:
            return redirect("sheets:detail", found.public_id)
    return _page(request, kind, form, status=400)


def _page(
    request: MemberRequest, kind: SheetKind, form: UploadForm, *, status: int = 200
) -> HttpResponse:
    context = {"kind": kind, "form": form, "list_url_name": kind.list_url_name}
    return render(request, "sheets/upload.html", context, status=status)
