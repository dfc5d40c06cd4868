"""Pages that begin an operation: contacts and locks. The gate is asked before they show."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from domains.forms import ContactForm, LocksForm, ServiceForm, initial_of
from domains.gates import Operation as GateOperation
from domains.gating import blockers_of
from domains.models import Domain
from domains.operation_kinds.set_locks import locks_of
from domains.operation_texts import OPERATION_LABELS
from domains.selectors.domains import find_domain
from domains.services.operations import request_operation
from registrar.accounts.access import member_required
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.errors import ServiceError

from .answering import to_new_operation, to_open_operation

_FORM_METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(_FORM_METHODS)
@member_required(Permission.OPERATIONS_WRITE)
def edit_contacts(request: MemberRequest, name: str) -> HttpResponse:
    domain = find_domain(name)
    if request.method != "POST":
        form = ContactForm(initial=initial_of(domain.contact, ContactForm))
        return _page(request, domain, GateOperation.EDIT_CONTACTS, form)
    form = ContactForm(request.POST)
    payload = {"contact": form.cleaned_data} if form.is_valid() else None
    return _request(request, domain, GateOperation.EDIT_CONTACTS, form, payload)


@require_http_methods(_FORM_METHODS)
@member_required(Permission.OPERATIONS_WRITE)
def set_locks(request: MemberRequest, name: str) -> HttpResponse:
    domain = find_domain(name)
    if request.method != "POST":
        form = LocksForm(initial=locks_of(domain))
        return _page(request, domain, GateOperation.SET_LOCKS, form)
    form = LocksForm(request.POST)
    payload = {"locks": form.locks()} if form.is_valid() else None
    return _request(request, domain, GateOperation.SET_LOCKS, form, payload)


def _request(
    request: MemberRequest,
    domain: Domain,
    kind: GateOperation,
    form: ServiceForm,
    payload: dict[str, Any] | None,
) -> HttpResponse:
    if payload is None:
        return _page(request, domain, kind, form, status=400)
    try:
        operation = request_operation(
            actor=request.actor, kind=kind.value, domain=domain, payload=payload
        )
    except ServiceError as refusal:
        form.add_refusal(refusal)
        under_way = to_open_operation(request, refusal)
        return under_way or _page(request, domain, kind, form, status=refusal.status)
    return to_new_operation(request, operation)


def _page(
    request: MemberRequest,
    domain: Domain,
    kind: GateOperation,
    form: ServiceForm,
    status: int = 200,
) -> HttpResponse:
    context = {
        "domain": domain,
        "kind": kind.value,
        "title": OPERATION_LABELS[kind],
        "form": form,
        "blocked_by": blockers_of(domain, kind),
    }
    return render(request, "domains/edit.html", context, status=status)
