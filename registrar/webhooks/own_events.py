"""What happens to endpoints is told as events too: another endpoint may want to know."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission
from registrar.events.fields import code
from registrar.events.making import event_type, from_entry

from .states import DisabledReason

_type = partial(
    event_type, scope=Permission.WEBHOOKS_READ, example="whe_01k2h5zq3ye8n9t6m4x7r1c0vb"
)
_REASON = code(
    "disabled_reason",
    _("Why it is sent nothing."),
    DisabledReason.FAILING,
    [reason for reason in DisabledReason.values if reason],
)

EVENTS = (
    _type("webhook_endpoint.created", _("Webhook created"), _("Somebody has set an endpoint up.")),
    _type(
        "webhook_endpoint.changed",
        _("Webhook changed"),
        _("Its address, events or description are others."),
    ),
    _type(
        "webhook_endpoint.disabled",
        _("Webhook disabled"),
        _("Events are not sent there any more."),
        _REASON,
        make_data=from_entry("disabled_reason"),
    ),
    _type("webhook_endpoint.enabled", _("Webhook enabled"), _("Events are sent there again.")),
    _type("webhook_endpoint.deleted", _("Webhook deleted"), _("Somebody has removed an endpoint.")),
    _type(
        "webhook_endpoint.secret_rotated",
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
