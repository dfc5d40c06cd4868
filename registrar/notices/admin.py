"""Notices as staff see them: whether somebody was told, and what became of the mail."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from registrar.admin_base import AccountFilter, TenantAdmin, related, shown

from .models import Notice


@admin.register(Notice)
class NoticeAdmin(TenantAdmin):
    list_display = ("title", "account_of", "user_of", "topic", "mail", "created")
    list_filter = ("topic", "mail", ("account", AccountFilter))
    list_select_related = ("account", "user")
    search_fields = ("key", "user__email", "account__name", "account__slug")
    search_help_text = _("Person, account or id (note_…)")
    ordering = ("-pk",)
    fields = (
        *("public_id", "account_of", "user_of", "topic", "title", "url", "created", "read"),
        *("mail", "attempts_made", "mailed"),
    )

    title = shown("words", _("Notice"), sortable=False, say=lambda words: words.title)
    user_of = related("user", _("Person"))
    read = shown("read_at", _("Read on"))
    attempts_made = shown("attempts", _("Attempts to mail"))
    mailed = shown("mailed_at", _("Mailed"))
