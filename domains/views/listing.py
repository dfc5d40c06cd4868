from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.views.decorators.http import require_GET

from domains.list_actions import list_actions_for
from domains.presenting import status_badge
from domains.selectors.domains import (
    counts_by_status,
    domains,
    known_suffixes,
    known_tags,
)
from domains.service_status_texts import STATUS_TEXTS
from registrar.accounts.access import member_required
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.listing import list_page
from registrar.sheets.list_menu import files_of_list
from templates_app.selectors import usable_templates

from .filters import filter_of, sort_links

_CHOICES = 100


@require_GET
@member_required(Permission.DOMAINS_READ)
def domain_list(request: MemberRequest) -> HttpResponse:
    """The account's domains, as far as the filters go."""
    wanted = filter_of(request.GET)
    rows = wanted.apply(domains())
    page = list_page(request, rows, order=wanted.order, asked=wanted.as_parameters())
    counts = counts_by_status()
    context = {
        "wanted": wanted,
        "expires_before": wanted.expires_before.isoformat() if wanted.expires_before else "",
        "rows": [(domain, status_badge(domain)) for domain in page.items],
        "total": sum(counts.values()),
        "statuses": _status_choices(counts),
        "suffixes": known_suffixes(),
        "tags": known_tags(),
        "templates": usable_templates()[:_CHOICES],
        "sorts": sort_links(wanted),
        **page.links,
        "actions": list_actions_for(request.actor),
        "filter_parameters": wanted.as_parameters(),
        "files": files_of_list(
            actor=request.actor,
            kind="domains",
            export_name="domains:export",
            asked=wanted.as_parameters(),
        ),
        "may_operate": request.actor.may(Permission.OPERATIONS_WRITE),
    }
    return render(request, "domains/list.html", context)


def _status_choices(counts: dict[str, int]) -> list[tuple[str, str | Promise, int]]:
    return [(status, STATUS_TEXTS[status].label, count) for status, count in counts.items()]
