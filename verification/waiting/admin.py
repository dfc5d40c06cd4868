"""Reminders, as staff see them."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from registrar.admin_base import TenantAdmin, related, shown
from registrar.oplog.actor_texts import actor_name
from verification.models import Reminder


@admin.register(Reminder)
class ReminderAdmin(TenantAdmin):
    list_display = ("public_id", "account_of", "about", "state", "due_on", "created")
    list_filter = ("state", "provisional")
    list_select_related = ("account", "submission")
    search_fields = ("account__name", "account__slug")
    search_help_text = _("Account or id (rem_…)")
    ordering = ("-id",)
    sealed = ("submission__document_number",)
    fields = (
        *("public_id", "account_of", "about", "state", "issued_on", "due_on", "provisional"),
        *("maker", "created"),
    )
    about = related("submission", _("submission"))
    maker = shown("created_by", _("created by"), say=actor_name)
