"""Staff's pages that write the choice of authority, below …/verification/authorityroute/."""

from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from registrar.errors import InvalidInput, NotFound
from verification.models import AuthorityRoute
from verification.review.requests import StaffRequest
from verification.services.authority_routes import add_route, edit_route, remove_route

from .forms import RouteForm
from .page_names import authority_url, require_manager, route_url


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    require_manager(request)
    if request.method != "POST":
        return _form_page(request, RouteForm(initial={"authority": request.GET.get("authority")}))
    form = RouteForm(request.POST)
    if form.is_valid():
        try:
            with transaction.atomic():
                add_route(actor=request.actor, **_typed(form))
        except InvalidInput as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, _("Added. It counts for what is handed over from now on."))
            return HttpResponseRedirect(route_url("changelist"))
    return _form_page(request, form, status=400)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: StaffRequest, pk: int) -> HttpResponse:
    require_manager(request)
    row = AuthorityRoute.objects.filter(pk=pk).first()
    if row is None:
        raise Http404
    if request.method != "POST":
        return _form_page(request, RouteForm(route=row), row=row)
    form = RouteForm(request.POST, route=row)
    if form.is_valid():
        try:
            with transaction.atomic():
                edit_route(actor=request.actor, route_id=pk, **_typed(form))
        except InvalidInput as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, _("Saved. What was handed over stays where it is."))
            return HttpResponseRedirect(route_url("changelist"))
    return _form_page(request, form, row=row, status=400)


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: StaffRequest, pk: int) -> HttpResponse:
    require_manager(request)
    if request.method != "POST":
        return HttpResponseRedirect(route_url("edit", pk))
    try:
        remove_route(actor=request.actor, route_id=pk)
    except NotFound:
        messages.info(request, _("It was removed already."))
    else:
        messages.success(request, _("Removed. The next most exact choice counts."))
    return HttpResponseRedirect(route_url("changelist"))


def _typed(form: RouteForm) -> dict[str, Any]:
    data = form.cleaned_data
    return {
        "suffix": data["suffix"],
        "profile": data["profile"],
        "authority_id": data["authority"],
    }


def _form_page(
    request: StaffRequest, form: RouteForm, *, row: AuthorityRoute | None = None, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": _("Edit choice of authority") if row else _("Add a choice of authority"),
        "opts": AuthorityRoute._meta,
        "form": form,
        "row": row,
        "list_url": route_url("changelist"),
        "back": route_url("changelist"),
        "add_authority_url": authority_url("new"),
        "nowhere": form.leads_nowhere,
    }
    page = "admin/verification/authorityroute/form.html"
    return render(request, page, context, status=status)
