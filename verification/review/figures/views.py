"""The page of figures, and each of its tables as CSV."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from registrar.csv_out import csv_response
from verification.review.requests import StaffRequest
from verification.services.reviewers import DECIDE

from .cells import ENOUGH
from .drawing import draw_plots
from .exporting import csv_rows, record_export
from .forms import FiguresForm
from .making import make_figures
from .people import SEE_REVIEWERS, may_see_reviewers
from .wanted import Wanted

_ASKED = ("period", "begin", "end", "account", "profile", "authority")


@require_GET
def figures(request: StaffRequest) -> HttpResponseBase:
    """`?table=<key>` answers with that table as CSV; 404 for another key."""
    if not (request.user.has_perm(DECIDE) or request.user.has_perm(SEE_REVIEWERS)):
        raise PermissionDenied
    form = FiguresForm(request.GET)
    wanted = form.wanted if form.is_valid() else None
    table = request.GET.get("table")
    if table is None:
        return _page(request, form, wanted)
    if wanted is None:
        return _page(request, form, None, status=400)
    return _download(request, table, wanted)


def _page(
    request: StaffRequest, form: FiguresForm, wanted: Wanted | None, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": _("Review figures"),
        "form": form,
        "wanted": wanted,
        "query": _query(request),
        "enough": ENOUGH,
        "sees_reviewers": may_see_reviewers(request.user),
    }
    if wanted is not None:
        found = make_figures(wanted, request.user)
        context |= {
            "figures": found,
            "tables": found.tables,
            "plots": draw_plots(found.tables, found.step),
            "waited": found.tables["times"].rows[0],
            "handled": found.tables["times"].rows[1],
        }
    return render(request, "admin/verification/figures/page.html", context, status=status)


def _download(request: StaffRequest, key: str, wanted: Wanted) -> HttpResponseBase:
    table = make_figures(wanted, request.user).tables.get(key)
    if table is None:
        raise Http404
    asked = {name: request.GET[name][:64] for name in _ASKED if request.GET.get(name)}
    record_export(actor=request.actor, table=key, asked=asked)
    period = wanted.period
    return csv_response(f"review-{key}-{period.first}-{period.last}", list(csv_rows(table)))


def _query(request: StaffRequest) -> str:
    """What was asked for, for the links to the tables."""
    kept = request.GET.copy()
    kept.pop("table", None)
    text = kept.urlencode()
    return f"{text}&" if text else ""
