"""/imports/: the files that the account has brought."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from registrar.accounts.access import member_required
from registrar.accounts.requests import MemberRequest
from registrar.console.navigation import belongs_to
from registrar.errors import NotPermitted
from registrar.listing import list_page
from registrar.sheets.kinds import get_kind, kinds_for
from registrar.sheets.presenting import IMPORT_TONES
from registrar.sheets.selectors import NEWEST, counts_of, imports_for


@require_safe
@member_required()
def import_list(request: MemberRequest) -> HttpResponse:
    """The newest first, of the lists that the member may write."""
    kinds = [get_kind(key) for key in kinds_for(request.actor)]
    if not kinds:
        raise NotPermitted
    belongs_to(request, kinds[0].list_url_name)
    page = list_page(request, imports_for(request.actor), order=NEWEST)
    counts = counts_of(page.items)
    rows = [
        (row, get_kind(row.kind).label, IMPORT_TONES[row.state], counts[row.pk])
        for row in page.items
    ]
    return render(request, "sheets/list.html", {"rows": rows, "kinds": kinds, **page.links})
