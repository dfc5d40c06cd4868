"""/batches/<id>/: how far it is, what became of each item, and what can be done with it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from registrar.accounts.access import member_required
from registrar.accounts.requests import MemberRequest
from registrar.batches.kinds import kind_named
from registrar.batches.models import Batch
from registrar.batches.presenting import BATCH_TONES, ITEM_TONES, item_rows
from registrar.batches.selectors import (
    IN_ORDER,
    Counts,
    counts_of,
    find_batch,
    finishes_at,
    items_of,
)
from registrar.batches.states import RESUMABLE, BatchState, ItemState
from registrar.listing import list_page


@never_cache
@require_safe
@member_required()
def batch_detail(request: MemberRequest, batch_id: str) -> HttpResponse:
    """The whole page. Asked by htmx it answers with the live part, which at the end has the
    page loaded once more, for its results."""
    batch = find_batch(request.actor, batch_id)
    counts = counts_of([batch.pk])[batch.pk]
    if request.headers.get("HX-Request"):
        response = render(request, "batches/status.html", _status(request, batch, counts))
        if batch.state != BatchState.RUNNING:
            response["HX-Refresh"] = "true"
        return response
    context = {**_status(request, batch, counts), **_items(request, batch)}
    return render(request, "batches/detail.html", context)


def _status(request: MemberRequest, batch: Batch, counts: Counts) -> dict[str, Any]:
    kind = kind_named(batch.kind)
    may_write, live = request.actor.may(kind.write), batch.state == BatchState.RUNNING
    left = sum(counts.state(state) for state in RESUMABLE)
    return {
        "batch": batch,
        "kind_label": kind.label,
        "tone": BATCH_TONES[BatchState(batch.state)],
        "counts": counts,
        "stats": [(s.label, counts.state(s), _tone(s, counts)) for s in ItemState],
        "finishes_at": finishes_at(batch, counts),
        "live": live,
        "left": left,
        "may_cancel": may_write and live,
        "may_resume": may_write and not live and left,
        "confirming": request.GET.get("confirm") == "1",
    }


def _tone(state: ItemState, counts: Counts) -> str:
    """Figures of nothing have no colour."""
    return ITEM_TONES[state] if counts.state(state) and state != ItemState.WAITING else ""


def _items(request: MemberRequest, batch: Batch) -> dict[str, Any]:
    """One page of items, narrowed to a state where one was chosen."""
    rows, asked = items_of(batch), {}
    state = request.GET.get("state", "")
    if state in ItemState.values:
        rows, asked["state"] = rows.filter(state=state), state
    page = list_page(request, rows, order=IN_ORDER, asked=asked)
    return {
        "state": asked.get("state", ""),
        "states": ItemState.choices,
        "items": item_rows(batch, page.items, request.actor),
        **page.links,
    }
