"""Staff's pages that write authorities, below /admin/verification/authority/."""

from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from registrar.errors import InvalidInput, NotFound, StateConflict
from registrar.post_or_back import post_or_back
from verification.models import Authority
from verification.review.requests import StaffRequest
from verification.services.authorities import (
    add_authority,
    authority_errors,
    drop_old_secret,
    edit_authority,
    remove_authority,
)

from .forms import AuthorityForm, EditAuthorityForm
from .page_names import authority_url, require_manager
from .status import SECRETS

_CHANGE = "admin:verification_authority_detail"


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    require_manager(request)
    if request.method != "POST":
        return _form_page(request, AuthorityForm())
    form = AuthorityForm(request.POST)
    if form.is_valid():
        try:
            with transaction.atomic():
                row = add_authority(actor=request.actor, given=form.connection())
        except InvalidInput as refusal:
            form.add_errors(refusal.errors)
        else:
            text = _("Added. Nothing is sent there before a choice of authority leads to it.")
            messages.success(request, text)
            return HttpResponseRedirect(authority_url("change", row.pk))
    else:
        form.add_errors(authority_errors(given=form.connection()))
    form.ask_for_secrets_again()
    return _form_page(request, form, status=400)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: StaffRequest, pk: int) -> HttpResponse:
    require_manager(request)
    row = _get(pk)
    if request.method != "POST":
        return _form_page(request, EditAuthorityForm(authority=row), row=row)
    form = EditAuthorityForm(request.POST, authority=row)
    if form.is_valid():
        try:
            with transaction.atomic():
                edit_authority(actor=request.actor, authority_id=pk, given=form.connection())
        except InvalidInput as refusal:
            form.add_errors(refusal.errors)
        else:
            messages.success(request, _("Saved. It counts from the next call on."))
            return HttpResponseRedirect(authority_url("change", pk))
    else:
        form.add_errors(authority_errors(given=form.connection(), kept=row))
    form.ask_for_secrets_again()
    return _form_page(request, form, row=row, status=400)


@post_or_back(_CHANGE, "pk")
def drop_secret(request: StaffRequest, pk: int) -> HttpResponse:
    require_manager(request)
    _get(pk)
    if drop_old_secret(actor=request.actor, authority_id=pk):
        messages.success(request, _("Their old secret counts no longer."))
    else:
        messages.info(request, _("There is no old secret any more."))
    return HttpResponseRedirect(authority_url("change", pk))


@post_or_back(_CHANGE, "pk")
def remove(request: StaffRequest, pk: int) -> HttpResponse:
    require_manager(request)
    try:
        with transaction.atomic():
            remove_authority(actor=request.actor, authority_id=pk)
    except NotFound:
        messages.info(request, _("It was removed already."))
    except StateConflict as refusal:
        messages.warning(request, str(refusal.message))
        return HttpResponseRedirect(authority_url("change", pk))
    else:
        messages.success(request, _("Removed."))
    return HttpResponseRedirect(authority_url("changelist"))


@require_http_methods(["GET", "HEAD"])
def detail(request: StaffRequest, pk: int) -> HttpResponse:
    """Where the forms' addresses lead when they are opened by themselves."""
    require_manager(request)
    return HttpResponseRedirect(authority_url("change", pk))


def _get(pk: int) -> Authority:
    row = Authority.objects.defer(*SECRETS).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def _form_page(
    request: StaffRequest, form: AuthorityForm, *, row: Authority | None = None, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": _("Edit authority") if row else _("Add an authority"),
        "opts": Authority._meta,
        "form": form,
        "row": row,
        "list_url": authority_url("changelist"),
        "back": authority_url("change", row.pk) if row else authority_url("changelist"),
    }
    return render(request, "admin/verification/authority/form.html", context, status=status)
