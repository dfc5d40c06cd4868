"""/imports/<id>/: what a file would do, how far it is, what became of it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from registrar.accounts.access import member_required
from registrar.accounts.requests import MemberRequest
from registrar.console.navigation import belongs_to
from registrar.languages import in_reading_language
from registrar.listing import list_page
from registrar.sheets.kinds import get_kind
from registrar.sheets.models import SheetImport
from registrar.sheets.presenting import IMPORT_TONES, needs_code, row_in_words, stats_of
from registrar.sheets.refusals import told_errors
from registrar.sheets.selectors import IN_ORDER, counts_of_rows, effects_of, find_import, rows_of
from registrar.sheets.states import IN_ERROR, WORKING, ImportState, RowState
from registrar.sheets.writing.reports import may_have_report


@never_cache
@require_safe
@member_required()
def import_detail(request: MemberRequest, import_id: str) -> HttpResponse:
    """The whole page. Asked by htmx it answers with the live part, which at the end has the
    page loaded once more, for what there is to see."""
    found = find_import(request.actor, import_id)
    belongs_to(request, get_kind(found.kind).list_url_name)
    if request.headers.get("HX-Request"):
        response = render(request, "sheets/status.html", _status(request, found))
        if found.state not in WORKING:
            response["HX-Refresh"] = "true"
        return response
    return render(request, "sheets/detail.html", _status(request, found) | _rows(request, found))


def _status(request: MemberRequest, found: SheetImport) -> dict[str, Any]:
    kind, counts = get_kind(found.kind), counts_of_rows(found)
    effects = effects_of(found) if found.state == ImportState.PREVIEW else {}
    in_error = sum(counts.get(state, 0) for state in IN_ERROR)
    return {
        "found": found,
        "kind": kind,
        "tone": IMPORT_TONES[found.state],
        "live": found.state in WORKING,
        "preview": found.state == ImportState.PREVIEW,
        "counts": counts,
        "stats": stats_of(counts),
        "looked_at": sum(counts.values()) - counts.get(RowState.READ, 0),
        "total": sum(counts.values()),
        "carried_out": counts.get(RowState.DONE, 0) + counts.get(RowState.REFUSED, 0),
        "to_carry_out": sum(
            counts.get(s, 0) for s in (RowState.DONE, RowState.REFUSED, RowState.QUEUED)
        ),
        "ready": counts.get(RowState.READY, 0),
        "duplicates": counts.get(RowState.DUPLICATE, 0),
        "effects": [(kind.effects[code].label, count) for code, count in effects.items()],
        "needs_code": needs_code(kind, effects),
        "notes": [in_reading_language(note) for note in found.notes],
        "refusal": told_errors(found.refusal),
        "in_error": in_error,
        "may_have_report": in_error and may_have_report(request.actor, found),
        "confirming": request.GET.get("confirm") == "1",
    }


def _rows(request: MemberRequest, found: SheetImport) -> dict[str, Any]:
    """One page of rows, narrowed to a state where one was chosen."""
    state = request.GET.get("state", "")
    state = state if state in RowState.values else ""
    asked = {"state": state} if state else {}
    page = list_page(request, rows_of(found, state=state), order=IN_ORDER, asked=asked)
    kind = get_kind(found.kind)
    return {
        "state": state,
        "states": RowState.choices,
        "rows": [row_in_words(kind, row) for row in page.items],
        **page.links,
    }
