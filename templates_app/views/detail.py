"""/templates/<id>/: one template, what may be done with it, and its number after a code."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from registrar.accounts.access import member_required
from registrar.accounts.identity_page import identity_page
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.accounts.shown_once import keep_for_next_page, take_shown_once
from registrar.accounts.step_up import StepUpRequired
from registrar.accounts.typed_values import keep_typed, take_typed
from registrar.console.object_panels import panels_for
from registrar.errors import InvalidInput
from registrar.post_or_back import post_or_back
from templates_app import services
from templates_app.actions import actions_of
from templates_app.findings import warnings_of
from templates_app.models import InfoTemplate
from templates_app.names_of import country_name, document_type_name, province_name
from templates_app.selectors import get_template, related_templates
from templates_app.services.revealing import MAX_REASON
from templates_app.states import STATE_TEXTS, STATE_TONES
from templates_app.uses import uses_of

PLACE = "template.detail"
_REVEAL = "reveal"


@member_required(Permission.TEMPLATES_READ)
@require_GET
def template_detail(request: MemberRequest, template_id: str) -> HttpResponse:
    template = get_template(template_id)
    shown = take_shown_once(request, _place_of(template))
    typed = take_typed(request, _REVEAL, template.public_id)
    return _page(request, template, reason=typed.get("reason", ""), number=shown.get("number", ""))


@never_cache
@member_required(Permission.TEMPLATES_READ)
@post_or_back("templates:detail", "template_id")
def reveal_number(request: MemberRequest, template_id: str) -> HttpResponse:
    """Leads to the template with the whole number on it, this once; the reason goes into the log.

    Without a proof of identity the page for the code comes first, and leads back to the
    template with the reason as it was typed.
    """
    template = get_template(template_id)
    reason = request.POST.get("reason", "")
    try:
        number = services.reveal_number(actor=request.actor, template=template, reason=reason)
    except StepUpRequired as missing:
        keep_typed(request, _REVEAL, template.public_id, {"reason": reason})
        back = reverse("templates:detail", args=[template.public_id])
        return HttpResponseRedirect(identity_page(missing.purpose, back))
    except InvalidInput as refused:
        return _page(request, template, status=400, reveal_error=refused.errors[0].message)
    keep_for_next_page(request, _place_of(template), number=number)
    return HttpResponseRedirect(reverse("templates:detail", args=[template.public_id]))


def _place_of(template: InfoTemplate) -> str:
    return f"number of {template.public_id}"


def _page(
    request: MemberRequest, template: InfoTemplate, *, status: int = 200, **more: Any
) -> HttpResponse:
    domain_count = uses_of(template)
    actions = actions_of(template, request.actor, domain_count=domain_count)
    context = {
        "template": template,
        "tone": STATE_TONES[template.state],
        "state_text": STATE_TEXTS[template.state],
        "document_type": document_type_name(template.document_type),
        "country": country_name(template.country),
        "province": province_name(template.province),
        "warnings": warnings_of(template),
        "actions": {action.key: action for action in actions},
        "action_list": actions,
        "blocked": [action for action in actions if action.blocked_by],
        "domain_count": domain_count,
        "related": _related(template),
        "panels": panels_for(PLACE, request, template),
        "may_reveal": request.actor.may(Permission.TEMPLATES_WRITE),
        "max_reason": MAX_REASON,
    }
    return render(request, "templates_app/detail.html", context | more, status=status)


def _related(template: InfoTemplate) -> list[dict[str, Any]]:
    return [
        {"template": other, "tone": STATE_TONES[other.state]}
        for other in related_templates(template)
    ]
