"""What support adds to the pages below it; called from AppConfig.ready()."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from domains.models import Operation
from domains.states import OperationState
from registrar import public_ids
from registrar.accounts.permissions import Permission
from registrar.console.navigation import NavItem, register
from registrar.console.object_panels import register_object_panel
from registrar.console.search import Hit, register_source
from registrar.events.catalogue import register_events, register_silent
from registrar.notices.kinds import register_kinds
from registrar.oplog.actions import register_actions
from registrar.oplog.fields import register_fields
from registrar.tenancy.context import require_actor

from .events import EVENTS, SILENT
from .log_actions import ACTIONS
from .log_fields import SUPPORT_FIELDS
from .models import SupportRequest
from .notices import KINDS
from .selectors import NEWEST, support_requests
from .states import CUSTOMER_STATES


def register_all() -> None:
    register_actions(ACTIONS)
    register_events(EVENTS)
    register_silent(SILENT)
    register_fields("support", SUPPORT_FIELDS)
    register_kinds(KINDS)
    register(
        NavItem(
            key="support",
            label=_("Support requests"),
            url_name="support:list",
            icon="life-buoy",
            order=45,
            permission=Permission.SUPPORT_READ,
        )
    )
    register_source("support", _("Support requests"), find_requests)
    register_object_panel(
        "operation.detail", "support", 90, "support/panels/operation.html", failed_operation
    )


def find_requests(query: str, limit: int) -> list[Hit]:
    """By subject, or by id; nothing for those who may not see requests."""
    if not require_actor().may(Permission.SUPPORT_READ):
        return []
    uid = public_ids.decode(SupportRequest.id_prefix, query)
    rows = support_requests()
    found = rows.filter(uid=uid) if uid else rows.filter(subject__icontains=query)
    return [
        Hit(
            title=row.subject,
            sub=str(CUSTOMER_STATES[row.state]),
            url=reverse("support:detail", args=[row.public_id]),
        )
        for row in found.order_by(*NEWEST)[:limit]
    ]


def failed_operation(_request: HttpRequest, operation: Operation) -> dict[str, Any] | None:
    """For a failed operation's page: the way to support; None for any other."""
    if operation.state != OperationState.FAILED:
        return None
    return {"operation_id": operation.public_id}
