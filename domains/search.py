"""Domains in the console's search box."""

from django.urls import reverse

from domains.selectors.domains import domains
from domains.selectors.filters import DomainFilter
from domains.service_status_texts import STATUS_TEXTS
from registrar.accounts.permissions import Permission
from registrar.console.search import Hit
from registrar.tenancy.context import require_actor


def search_domains(query: str, limit: int) -> list[Hit]:
    """By part of the name or of the registrant, in alphabetical order."""
    if not require_actor().may(Permission.DOMAINS_READ):
        return []
    wanted = DomainFilter(q=query)
    return [
        Hit(
            title=domain.unicode_name,
            sub=f"{STATUS_TEXTS[domain.service_status].label} · {domain.registrant_name}",
            url=reverse("domains:detail", args=[domain.name]),
        )
        for domain in wanted.apply(domains()).order_by(*wanted.order)[:limit]
    ]
