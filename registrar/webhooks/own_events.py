"""What happens to endpoints is told as events too: another endpoint may want to know."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission
from registrar.events.event_type import EventField, EventType, Words
from registrar.events.fields import code, from_entry, nothing

from .states import DisabledReason

_EXAMPLE = "whe_01k2h5zq3ye8n9t6m4x7r1c0vb"


def _type(
    verb: str, title: Words, description: Words, *fields: EventField, make_data: Any = nothing
) -> EventType:
    name = f"webhook_endpoint.{verb}"
    scope = Permission.WEBHOOKS_READ
    return EventType(name, (name,), title, description, scope, fields, make_data, _EXAMPLE)


_REASON = code(
    "disabled_reason",
    _("Why it is sent nothing."),
    DisabledReason.FAILING,
    [reason for reason in DisabledReason.values if reason],
)

EVENTS = (
    _type("created", _("Webhook created"), _("Somebody has set an endpoint up.")),
    _type("changed", _("Webhook changed"), _("Its address, events or description are others.")),
    _type(
        "disabled",
        _("Webhook disabled"),
        _("Events are not sent there any more."),
        _REASON,
        make_data=from_entry("disabled_reason"),
    ),
    _type("enabled", _("Webhook enabled"), _("Events are sent there again.")),
    _type("deleted", _("Webhook deleted"), _("Somebody has removed an endpoint.")),
    _type(
        "secret_rotated",
        _("Webhook's secret replaced"),
        _("Requests are signed with a new secret."),
    ),
)

_WORK = "work with the delivery log; nothing of the account changes"
SILENT = {
    "webhook_endpoint.secret_shown": "a look; nothing changes",
    "webhook_endpoint.tested": _WORK,
    "webhook_endpoint.replayed": _WORK,
}
