"""Change of registrant to a verified info template (seed 003, 域名过户)."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from domains.gates import Operation as GateOperation
from domains.gates import target_blockers
from domains.gating import blockers_of, target_of
from domains.models import Domain
from domains.selectors.domains import find_domain
from domains.selectors.operations import open_operation_of
from domains.services.operations import request_operation
from registrar.accounts.access import member_required
from registrar.accounts.identity_page import identity_page
from registrar.accounts.permissions import Permission
from registrar.accounts.purposes import Purpose
from registrar.accounts.requests import MemberRequest
from registrar.accounts.step_up import has_proof, require_proof
from registrar.errors import ServiceError
from templates_app.models import InfoTemplate
from templates_app.restrictions.selectors import restrictions_by_template
from templates_app.selectors import usable_templates

from .answering import is_refused_anyway, to_new_operation, to_open_operation

_KIND = GateOperation.CHANGE_REGISTRANT
_OFFERED = 100


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@member_required(Permission.OPERATIONS_WRITE)
def change_registrant(request: MemberRequest, name: str) -> HttpResponse:
    """Without a proof of identity the page for the code comes first, and leads back here."""
    domain = find_domain(name)
    if request.method == "POST":
        return _submit(request, domain)
    if not is_refused_anyway(domain, _KIND):
        require_proof(actor=request.actor, purpose=Purpose.CHANGE_REGISTRANT)
    return _page(request, domain)


def templates_for(domain: Domain) -> list[InfoTemplate]:
    """The verified templates that the domain can move to; its present one is none of them."""
    usable = list(usable_templates()[:_OFFERED])
    restrictions = restrictions_by_template(usable)
    return [
        template
        for template in usable
        if template.pk != domain.template_id
        and not target_blockers(target_of(template, domain, restrictions=restrictions))
    ]


def _submit(request: MemberRequest, domain: Domain) -> HttpResponse:
    wanted = request.POST.get("template", "")
    chosen = next((t for t in templates_for(domain) if t.public_id == wanted), None)
    if chosen is None:
        messages.warning(request, _("Choose one of the info templates."))
        return HttpResponseRedirect(request.path)
    locked = request.POST.get("registrant_lock") == "on"
    if not has_proof(actor=request.actor, purpose=Purpose.CHANGE_REGISTRANT):
        # It ran out while the page was open: what was chosen comes back with the page.
        query = {"template": chosen.public_id, **({"registrant_lock": "on"} if locked else {})}
        back = f"{request.path}?{urlencode(query)}"
        return HttpResponseRedirect(identity_page(Purpose.CHANGE_REGISTRANT, back))
    try:
        operation = request_operation(
            actor=request.actor,
            kind=_KIND.value,
            domain=domain,
            template=chosen,
            payload={"registrant_lock": locked},
        )
    except ServiceError as refusal:
        return to_open_operation(request, refusal) or _page(request, domain, refusal)
    return to_new_operation(request, operation)


def _page(
    request: MemberRequest, domain: Domain, refusal: ServiceError | None = None
) -> HttpResponse:
    context = {
        "domain": domain,
        "templates": templates_for(domain),
        "blocked_by": blockers_of(domain, _KIND),
        "under_way": open_operation_of(domain, _KIND.value),
        "refusal": refusal,
        "chosen": request.GET.get("template", ""),
        "locked": request.GET.get("registrant_lock") == "on",
    }
    status = refusal.status if refusal else 200
    return render(request, "domains/change_registrant.html", context, status=status)
