"""Endpoints and deliveries as staff see them: to help with receivers, not to send.

The query of an address, which may hold a token, and what receivers answer stay the account's.
"""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from registrar.admin_base import AccountFilter, TenantAdmin, related, shown

from .models import WebhookDelivery, WebhookEndpoint


@admin.register(WebhookEndpoint)
class WebhookEndpointAdmin(TenantAdmin):
    sealed = ("secret", "previous_secret")
    list_display = ("address", "account_of", "state", "disabled_reason", "failing", "created")
    list_filter = ("state", "disabled_reason", ("account", AccountFilter))
    search_fields = ("account__name", "account__slug")
    search_help_text = _("Account or id (whe_…)")
    ordering = ("-pk",)
    fields = (
        *("public_id", "account_of", "address", "description", "events", "state"),
        *("disabled_reason", "disabled_at", "failing", "created"),
    )

    address = shown("place", _("Address"), sortable=False)
    events = shown("event_types", _("Events"), sortable=False, say=", ".join)
    failing = shown("failing_since", _("Failing since"))


@admin.register(WebhookDelivery)
class WebhookDeliveryAdmin(TenantAdmin):
    list_display = ("event_type", "account_of", "endpoint_of", "state", "last_status", "occurred")
    list_filter = ("state", ("account", AccountFilter))
    list_select_related = ("account", "endpoint")
    search_fields = ("=event_id",)
    search_help_text = _("Event (evt_…) or id (whd_…)")
    ordering = ("-pk",)
    fields = (
        *("public_id", "account_of", "endpoint_of", "event_id", "event_type", "object_id"),
        *("occurred", "state", "attempts_made", "last_status", "last_trouble", "due", "ended"),
    )

    endpoint_of = related("endpoint", _("Webhook"))
    occurred = shown("occurred_at", _("Occurred"))
    attempts_made = shown("attempts", _("Delivery attempts"))
    due = shown("due_at", _("Next attempt"))
    ended = shown("ended_at", _("Ended"))
