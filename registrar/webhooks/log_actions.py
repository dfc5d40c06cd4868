"""What this app writes into the operation log."""

from django.utils.translation import gettext_lazy as _

from registrar.oplog.fields import LoggedField, as_moment, one_of

from .states import DeliveryState, DisabledReason

ACTIONS = {
    "webhook_endpoint.created": _("Webhook created"),
    "webhook_endpoint.changed": _("Webhook changed"),
    "webhook_endpoint.disabled": _("Webhook disabled"),
    "webhook_endpoint.enabled": _("Webhook enabled"),
    "webhook_endpoint.deleted": _("Webhook deleted"),
    "webhook_endpoint.secret_rotated": _("Webhook's secret replaced"),
    "webhook_endpoint.secret_shown": _("Webhook's secret shown"),
    "webhook_endpoint.tested": _("Webhook tested"),
    "webhook_endpoint.replayed": _("Events sent again to a webhook"),
}

_STATES = [*DeliveryState.choices, ("missed", _("never sent"))]

FIELDS = {
    "url": LoggedField(_("Address")),
    "event_types": LoggedField(_("Events")),
    "description": LoggedField(_("Description")),
    "disabled_reason": LoggedField(_("Reason"), one_of(DisabledReason.choices)),
    "previous_until": LoggedField(_("The secret before is valid until"), as_moment),
    "event": LoggedField(_("Event")),
    "since": LoggedField(_("From"), as_moment),
    "until": LoggedField(_("To"), as_moment),
    "states": LoggedField(_("State"), one_of(_STATES)),
    "count": LoggedField(_("Count")),
}
