"""The operation log in the console."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from registrar.accounts.access import member_required
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.errors import InvalidInput
from registrar.listing import list_page
from registrar.tenancy.lookups import find_by_public_id

from .actions import action_label, known_actions
from .changes import changes_of
from .models import LogEntry
from .search import ORDER, PARAMETERS, LogFilter, read_filter, search_log


@require_safe
@member_required(Permission.LOGS_READ)
def log_list(request: MemberRequest) -> HttpResponse:
    wanted, errors = LogFilter(), []
    try:
        wanted = read_filter(request.GET)
    except InvalidInput as error:
        errors = list(error.errors)
    rows = search_log(request.account.pk, wanted)
    given = {name: request.GET[name] for name in PARAMETERS if request.GET.get(name)}
    page = list_page(request, rows, order=ORDER, asked=given)
    context = {
        "rows": [(entry, action_label(entry.action)) for entry in page.items],
        "given": given,
        "errors": errors,
        "actions": known_actions(),
        **page.links,
        "since": given.get("from", ""),
    }
    return render(request, "oplog/list.html", context, status=400 if errors else 200)


@require_safe
@member_required(Permission.LOGS_READ)
def log_detail(request: MemberRequest, entry_id: str) -> HttpResponse:
    rows = LogEntry.objects.filter(account_id=request.account.pk)
    entry = find_by_public_id(rows, entry_id)
    context = {
        "entry": entry,
        "action": action_label(entry.action),
        "changes": changes_of(entry.object_type, entry.shown_before, entry.shown_after),
    }
    return render(request, "oplog/detail.html", context)
