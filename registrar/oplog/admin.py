"""The operation log across accounts, as staff see it."""

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from registrar.admin_base import TenantAdmin, in_words, shown

from .actions import action_label
from .actor_texts import ACTOR_KINDS, actor_kind_name, actor_name
from .changes import changes_of
from .models import LogEntry
from .reasons import reason_label


@admin.register(LogEntry)
class LogEntryAdmin(TenantAdmin):
    list_display = ("occurred_at", "account_of", "actor", "what", "called", "result", "ip")
    list_filter = ("result", ("actor_kind", in_words(ACTOR_KINDS, actor_kind_name)), "occurred_at")
    search_fields = ("object_id", "object_label", "actor_label", "action", "request_id", "ip")
    search_help_text = _("Object, actor, action, address, request or id (log_…)")
    ordering = ("-id",)
    actor = shown("actor_label", _("Actor"), say=actor_name)
    kind_of_actor = shown("actor_kind", _("Kind of actor"), say=actor_kind_name)
    what = shown("action", _("Action"), say=action_label)
    called = shown("shown_object", _("Object"), sortable=False)
    id_of_object = shown("object_id", _("Object id"))
    why = shown("reason", _("Reason"), say=reason_label)
    checksum = shown("digest", _("Digest"))
    fields = (
        *("public_id", "account_of", "number", "occurred_at"),
        *("kind_of_actor", "actor", "ip", "request_id"),
        *("what_and_code", "called", "id_of_object", "result", "why"),
        *("was", "became", "checksum"),
    )

    @admin.display(description=_("Action"))
    def what_and_code(self, row: Any) -> str:
        """The code as well: it is what the search and the API know."""
        return f"{action_label(row.action)} · {row.action}"

    @admin.display(description=_("Before"))
    def was(self, row: LogEntry) -> str:
        rows = changes_of(row.object_type, row.before, {})
        return "\n".join(f"{change.name}: {change.before or '—'}" for change in rows)

    @admin.display(description=_("After"))
    def became(self, row: LogEntry) -> str:
        rows = changes_of(row.object_type, {}, row.after)
        return "\n".join(f"{change.name}: {change.after or '—'}" for change in rows)
