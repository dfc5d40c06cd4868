from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from domains.failures import failure_of
from domains.models import Operation
from domains.operation_kinds import KINDS
from domains.presenting import (
    kind_label,
    operation_badge,
    operation_facts,
    operation_steps,
    registration_again,
)
from domains.selectors.operations import NEWEST, OperationFilter, find_operation, operations
from domains.services.operations import can_cancel, cancel_operation, submit_operation
from domains.states import ENDED, OperationState
from registrar.accounts.access import member_required
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.console.object_panels import panels_for
from registrar.errors import ServiceError
from registrar.listing import list_page
from registrar.post_or_back import post_or_back


@require_GET
@member_required(Permission.OPERATIONS_READ)
def operation_list(request: MemberRequest) -> HttpResponse:
    """The account's operations, the newest first."""
    state, kind = request.GET.get("state", ""), request.GET.get("operation", "")
    wanted = OperationFilter(
        state=state if state in OperationState.values else "",
        kind=kind if kind in KINDS else "",
    )
    given = {"state": wanted.state, "operation": wanted.kind}
    asked = {name: value for name, value in given.items() if value}
    page = list_page(request, wanted.apply(operations()), order=NEWEST, asked=asked)
    context = {
        "wanted": wanted,
        "states": OperationState.choices,
        "kinds": [(key, kind.label) for key, kind in KINDS.items()],
        "rows": [(row, kind_label(row), operation_badge(row)) for row in page.items],
        **page.links,
    }
    return render(request, "domains/operations.html", context)


@never_cache
@require_GET
@member_required(Permission.OPERATIONS_READ)
def operation_detail(request: MemberRequest, operation_id: str) -> HttpResponse:
    """One operation. Asked by htmx it answers with the live part only."""
    operation = find_operation(operation_id)
    part = "domains/operation_status.html" if request.headers.get("HX-Request") else None
    return render(request, part or "domains/operation.html", _context(request, operation))


@member_required(Permission.OPERATIONS_WRITE)
@post_or_back("domains:operation", "operation_id")
def operation_submit(request: MemberRequest, operation_id: str) -> HttpResponse:
    """After the identity check. Without a proof the page for the code comes first."""
    operation = find_operation(operation_id)
    submit_operation(actor=request.actor, operation=operation)
    messages.success(request, _("Submitted. The registry answers soon."))
    return redirect("domains:operation", operation.public_id)


@member_required(Permission.OPERATIONS_WRITE)
@post_or_back("domains:operation", "operation_id")
def operation_cancel(request: MemberRequest, operation_id: str) -> HttpResponse:
    operation = find_operation(operation_id)
    try:
        cancel_operation(actor=request.actor, operation=operation)
    except ServiceError as refusal:
        messages.warning(request, str(refusal.message))
    else:
        messages.success(request, _("The operation is cancelled."))
    return redirect("domains:operation", operation.public_id)


def _context(request: MemberRequest, operation: Operation) -> dict[str, object]:
    may_write = request.actor.may(Permission.OPERATIONS_WRITE)
    return {
        "operation": operation,
        "label": kind_label(operation),
        "badge": operation_badge(operation),
        "facts": operation_facts(operation),
        "steps": operation_steps(operation),
        "failure": failure_of(operation),
        "live": operation.state not in ENDED,
        "waits": operation.state == OperationState.AWAITING_IDENTITY and may_write,
        "again_url": registration_again(operation),
        "may_cancel": may_write and can_cancel(operation),
        "panels": panels_for("operation.detail", request, operation),
    }
