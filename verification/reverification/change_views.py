"""Route one, page by page: identity check, template, confirmation (seed 003, 域名过户)."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from domains.gates import Operation as GateOperation
from domains.models import Domain
from domains.selectors.domains import find_domain
from domains.services.operations import request_operation
from registrar.accounts.access import member_required
from registrar.accounts.permissions import Permission
from registrar.accounts.purposes import Purpose
from registrar.accounts.requests import MemberRequest
from registrar.accounts.step_up import has_proof, require_proof
from registrar.accounts.step_up_state import step_up_state
from registrar.errors import Blocked, ServiceError
from templates_app.names_of import document_type_name
from verification.languages import current_language
from verification.telling import may_see_what_was_read

from .meanwhile import blocked_meanwhile
from .selectors import Outlook, TemplateOption, outlook_for

_PURPOSE = Purpose.CHANGE_REGISTRANT


@dataclass(frozen=True, slots=True)
class PageStep:
    """One of the three steps; `state` is done, current or empty."""

    label: str | Promise
    state: str


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@member_required(Permission.OPERATIONS_WRITE)
def reverify_change(request: MemberRequest, name: str) -> HttpResponse:
    """One address for the whole way: what is missing decides which step is shown."""
    domain = find_domain(name)
    outlook = outlook_for(
        domain,
        language=current_language(),
        with_read=may_see_what_was_read(request.actor),
    )
    if request.method == "POST":
        return _submit(request, outlook)
    if not outlook.change.available:
        return _closed(request, outlook)
    if not has_proof(actor=request.actor, purpose=_PURPOSE):
        state = step_up_state(actor=request.actor, purpose=_PURPOSE)
        extra = {"step_up": state, "next": request.get_full_path()}
        return _page(request, outlook, "change_identity", step=0, extra=extra)
    chosen = _chosen(outlook, request.GET.get("template", ""))
    if chosen is None:
        # Only the same holder is chosen beforehand: giving a domain away must be meant.
        first = outlook.options[0]
        preselected = first.template.public_id if first.same_holder else ""
        return _page(
            request, outlook, "change_template", step=1, extra={"preselected": preselected}
        )
    return _confirm(request, outlook, chosen)


def _submit(request: MemberRequest, outlook: Outlook) -> HttpResponse:
    chosen = _chosen(outlook, request.POST.get("template", ""))
    if chosen is None:
        messages.warning(request, str(_("Choose one of the info templates.")))
        return HttpResponseRedirect(_here(outlook.domain))
    # The proof may have run out while the page was open: back to the code, nothing is lost.
    require_proof(actor=request.actor, purpose=_PURPOSE)
    try:
        operation = request_operation(
            actor=request.actor,
            kind=GateOperation.CHANGE_REGISTRANT,
            domain=outlook.domain,
            template=chosen.template,
        )
    except ServiceError as refused:
        for reason in refused.errors if isinstance(refused, Blocked) else (refused,):
            messages.warning(request, str(reason.message))
        return HttpResponseRedirect(reverse("verification:reverify", args=[outlook.domain.name]))
    messages.success(request, str(_("The change of registrant was submitted.")))
    return HttpResponseRedirect(reverse("domains:operation", args=[operation.public_id]))


def _confirm(request: MemberRequest, outlook: Outlook, chosen: TemplateOption) -> HttpResponse:
    extra = {
        "chosen": chosen,
        "document_type": document_type_name(chosen.template.document_type),
        "meanwhile": blocked_meanwhile("registrant_change_in_review"),
    }
    return _page(request, outlook, "change_confirm", step=2, extra=extra)


def _closed(request: MemberRequest, outlook: Outlook) -> HttpResponse:
    return _page(request, outlook, "change_closed", step=1, extra={}, status=409)


def _page(
    request: MemberRequest,
    outlook: Outlook,
    name: str,
    *,
    step: int,
    extra: dict[str, Any],
    status: int = 200,
) -> HttpResponse:
    labels = (_("Identity check"), _("Choose info template"), _("Submit"))
    steps = [
        PageStep(label, "done" if number < step else "current" if number == step else "")
        for number, label in enumerate(labels)
    ]
    context = {"domain": outlook.domain, "outlook": outlook, "steps": steps, **extra}
    template = f"verification/reverification/{name}.html"
    return render(request, template, context, status=status)


def _chosen(outlook: Outlook, public_id: str) -> TemplateOption | None:
    """Only what is offered can be chosen: another account's template is simply not there."""
    found = (o for o in outlook.options if o.template.public_id == public_id)
    return next(found, None)


def _here(domain: Domain) -> str:
    return reverse("verification:reverify_change", args=[domain.name])
