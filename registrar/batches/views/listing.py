"""/batches/: the batches of the account, each with how far it is."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from registrar.accounts.access import member_required
from registrar.accounts.requests import MemberRequest
from registrar.batches.kinds import kind_named
from registrar.batches.presenting import BATCH_TONES
from registrar.batches.selectors import NEWEST, batches_for, counts_of
from registrar.batches.states import BatchState
from registrar.listing import list_page


@require_safe
@member_required()
def batch_list(request: MemberRequest) -> HttpResponse:
    """The newest first; those of the kinds that the member may see."""
    page = list_page(request, batches_for(request.actor), order=NEWEST)
    counts = counts_of(batch.pk for batch in page.items)
    rows = [
        (row, kind_named(row.kind).label, BATCH_TONES[BatchState(row.state)], counts[row.pk])
        for row in page.items
    ]
    return render(request, "batches/list.html", {"rows": rows, **page.links})
