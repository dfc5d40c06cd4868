"""The queue of unknown messages, as staff see it; the decision page is in `views`."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from registrar.admin_base import ReadOnlyAdmin, related, shown
from verification.languages import current_language
from verification.review.case_file import reason_titles

from . import views
from .filters import MessageStateFilter
from .models import UnknownMessage
from .states import MessageState

TONES = {
    MessageState.OPEN: "warn",
    MessageState.MAPPED: "ok",
    MessageState.DISMISSED: "muted",
}


@admin.register(UnknownMessage)
class UnknownMessageAdmin(ReadOnlyAdmin):
    """What is open comes first, of that what was said most often."""

    list_display = ("decide", "count", "status", "reasons", "source", "last", "decider")
    list_display_links = None
    list_filter = (MessageStateFilter, "source")
    list_select_related = ("decided_by",)
    search_fields = ("text", "key")
    search_help_text = _("Words of the message")
    # "open" is the last of the states by name.
    ordering = ("-state", "-count", "-last_seen", "-id")
    decider = related("decided_by", _("Decided by"))
    first = shown("first_seen", _("First seen"))
    last = shown("last_seen", _("Last seen"))
    decided = shown("decided_at", _("Decided"))
    fields = (
        *("text", "source", "count", "first", "last"),
        *("status", "reasons", "decider", "decided"),
    )

    def get_urls(self) -> list[URLPattern]:
        pages = {"decide": views.decide, "map": views.map_, "dismiss": views.dismiss}
        wrap = self.admin_site.admin_view
        name = "verification_unknownmessage_{}".format
        own = [path(f"<int:pk>/{n}/", wrap(view), name=name(n)) for n, view in pages.items()]
        return [*own, *super().get_urls()]

    @admin.display(description=_("Message"), ordering="text")
    def decide(self, row: Any) -> SafeString:
        url = reverse("admin:verification_unknownmessage_decide", args=[row.pk])
        return format_html('<a href="{}" lang="zh-Hans">{}</a>', url, row)

    @admin.display(description=_("State"), ordering="state")
    def status(self, row: UnknownMessage) -> SafeString:
        tone, words = TONES[MessageState(row.state)], row.get_state_display()
        return format_html('<span class="badge badge-{}">{}</span>', tone, words)

    @admin.display(description=_("Reasons"))
    def reasons(self, row: UnknownMessage) -> str:
        return "、".join(reason_titles(row.codes, current_language())) or "-"

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        title = {"title": _("Unknown messages")}
        return super().changelist_view(request, title | (extra_context or {}))
