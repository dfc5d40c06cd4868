"""Batches as staff see them: how far they are, and what became of each item."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from registrar.admin_base import TenantAdmin, related, shown

from .log_fields import kind_label
from .models import Batch, BatchItem


@admin.register(Batch)
class BatchAdmin(TenantAdmin):
    list_display = ("public_id", "account_of", "what", "state", "requested_by", "started_at")
    list_filter = ("state",)
    list_select_related = ("account",)
    search_fields = ("account__name", "account__slug")
    search_help_text = _("Account or id (batch_…)")
    ordering = ("-id",)
    what = shown("kind", _("Kind"), say=kind_label)
    due = shown("due_at", _("Next portion"))
    fields = (
        *("public_id", "account_of", "what", "state", "requested_by", "started_at", "ended_at"),
        *("due", "created"),
    )


@admin.register(BatchItem)
class BatchItemAdmin(TenantAdmin):
    list_display = ("public_id", "account_of", "batch_of", "place", "state", "ended_at")
    list_filter = ("state",)
    list_select_related = ("account", "batch")
    search_fields = ("account__name", "account__slug")
    search_help_text = _("Account or id (bitem_…)")
    ordering = ("-id",)
    sealed = ("asked",)
    batch_of = related("batch", _("Batch"))
    place = shown("index", _("Place in the batch, from 0"))
    tries = shown("attempts", _("Attempts that went wrong"))
    due = shown("due_at", _("Not before"))
    fields = (
        *("public_id", "account_of", "batch_of", "place", "state", "tries", "due"),
        *("expected_on", "ended_at"),
    )
