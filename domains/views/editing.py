"""Pages that begin an operation: contacts and locks. The gate is asked before they show."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from domains.forms import ContactForm, LocksForm, ServiceForm, initial_of
from domains.gates import Operation as GateOperation
from domains.gating import blockers_of
from domains.models import Domain
from domains.operation_kinds.set_locks import LOCKS, lock_changes, locks_of, takes_locks_away
from domains.operation_texts import OPERATION_LABELS
from domains.selectors.domains import find_domain
from domains.services.operations import request_operation
from registrar.accounts.access import member_required
from registrar.accounts.identity_page import identity_page
from registrar.accounts.permissions import Permission
from registrar.accounts.purposes import Purpose
from registrar.accounts.requests import MemberRequest
from registrar.accounts.step_up import has_proof
from registrar.errors import ServiceError

from .answering import is_refused_anyway, to_new_operation, to_open_operation

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


@never_cache
@require_http_methods(_FORM_METHODS)
@member_required(Permission.OPERATIONS_WRITE)
def set_locks(request: MemberRequest, name: str) -> HttpResponse:
    """Without a proof of identity the page for the code comes before a lock is taken away, and
    leads back here; the locks as they were ticked are in the address."""
    domain = find_domain(name)
    if request.method != "POST":
        ticked = {lock: request.GET[lock] == "True" for lock in LOCKS if lock in request.GET}
        form = LocksForm(initial=locks_of(domain) | ticked)
        return _page(request, domain, GateOperation.SET_LOCKS, form)
    form = LocksForm(request.POST)
    payload = {"locks": form.locks()} if form.is_valid() else None
    if payload and _code_comes_first(request, domain, payload["locks"]):
        here = f"{request.path}?{urlencode(payload['locks'])}"
        return HttpResponseRedirect(identity_page(Purpose.SET_LOCKS, here))
    return _request(request, domain, GateOperation.SET_LOCKS, form, payload)


def _code_comes_first(request: MemberRequest, domain: Domain, locks: dict[str, bool]) -> bool:
    if not takes_locks_away(lock_changes(domain, locks)):
        return False
    if is_refused_anyway(domain, GateOperation.SET_LOCKS):
        return False
    return not has_proof(actor=request.actor, purpose=Purpose.SET_LOCKS)


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
