"""Who took figures out of the system, to be looked at."""

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from registrar.admin_base import ReadOnlyAdmin, as_lines, shown
from verification.models import FiguresExport


@admin.register(FiguresExport)
class FiguresExportAdmin(ReadOnlyAdmin):
    list_display = ("occurred_at", "actor_label", "table", "what", "ip")
    search_fields = ("actor_label", "table")
    ordering = ("-id",)
    fields = ("occurred_at", "actor_label", "table", "what", "ip", "request_id")
    what = shown("asked", _("Asked for"), sortable=False, say=as_lines)

    def get_list_display_links(self, request: Any, list_display: Any) -> Any:
        return ("occurred_at",)
