"""Info templates in the console's search box."""

from django.urls import reverse

from registrar.accounts.permissions import Permission
from registrar.console.search import Hit
from registrar.tenancy.context import require_actor
from templates_app.selectors import NEWEST, list_templates


def search_templates(query: str, limit: int) -> list[Hit]:
    """By name, e-mail, whole document number or id, the newest first."""
    if not require_actor().may(Permission.TEMPLATES_READ):
        return []
    found = list_templates(query=query).order_by(*NEWEST)[:limit]
    return [
        Hit(
            title=template.name_zh,
            sub=template.get_state_display(),
            url=reverse("templates:detail", args=[template.public_id]),
        )
        for template in found
    ]
