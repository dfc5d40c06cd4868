"""/templates/: all info templates of the account."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from registrar.accounts.access import member_required
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.listing import list_page
from registrar.sheets.list_menu import files_of_list
from templates_app.models import HolderType, InfoTemplate
from templates_app.names_of import document_type_name
from templates_app.selectors import NEWEST, list_templates
from templates_app.states import STATE_TEXTS, STATE_TONES, TemplateState
from templates_app.uses import count_uses
from templates_app.ways_in import ways_in_for


@member_required(Permission.TEMPLATES_READ)
@require_GET
def template_list(request: MemberRequest) -> HttpResponse:
    """Filters that mean nothing filter nothing."""
    filters = filters_of(request)
    rows = list_templates(
        state=filters["state"], holder_type=filters["holder_type"], query=filters["q"]
    )
    asked = {name: value for name, value in filters.items() if value}
    page = list_page(request, rows, order=NEWEST, asked=asked)
    context = {
        "rows": _shown(page.items),
        "filters": filters,
        "filtered": bool(asked),
        "states": TemplateState.choices,
        "holder_types": HolderType.choices,
        **page.links,
        "may_write": request.actor.may(Permission.TEMPLATES_WRITE),
        "files": files_of_list(
            actor=request.actor, kind="templates", export_name="templates:export", asked=asked
        ),
        "ways_in": ways_in_for(request.actor),
    }
    return render(request, "templates_app/list.html", context)


def filters_of(request: MemberRequest) -> dict[str, str]:
    """What an address asks for, as far as it makes sense."""
    state = request.GET.get("state", "")
    holder_type = request.GET.get("holder_type", "")
    return {
        "q": request.GET.get("q", "").strip(),
        "state": state if state in TemplateState.values else "",
        "holder_type": holder_type if holder_type in HolderType.values else "",
    }


def _shown(templates: list[InfoTemplate]) -> list[dict[str, object]]:
    uses = count_uses(templates)
    return [
        {
            "template": template,
            "document_type": document_type_name(template.document_type),
            "tone": STATE_TONES[template.state],
            "state_text": STATE_TEXTS[template.state],
            "domains": uses[template.pk],
        }
        for template in templates
    ]
