"""The operation log across accounts, as staff see it."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from registrar.admin_base import TenantAdmin, shown

from .models import LogEntry


@admin.register(LogEntry)
class LogEntryAdmin(TenantAdmin):
    list_display = (
        *("occurred_at", "account_of", "actor_label", "action", "object_label", "result", "ip"),
    )
    list_filter = ("result", "actor_kind", "object_type", "occurred_at")
    search_fields = ("object_id", "object_label", "actor_label", "action", "request_id", "ip")
    search_help_text = _("Object, actor, action, address, request or id (log_…)")
    ordering = ("-id",)
    kind_of_object = shown("object_type", _("Object type"))
    id_of_object = shown("object_id", _("Object id"))
    fields = (
        *("public_id", "account_of", "number", "occurred_at"),
        *("actor_kind", "actor_label", "ip", "request_id"),
        *("action", "kind_of_object", "id_of_object", "object_label", "result", "reason"),
        *("before", "after", "digest"),
    )
