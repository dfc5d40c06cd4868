"""Support requests as staff see them; the answer page is in verification.support.staff."""

from typing import Any

from django.contrib import admin
from django.db.models import Case, Value, When
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from registrar.admin_base import AccountFilter, TenantAdmin, related, shown
from registrar.oplog.actor_texts import actor_name

from .models import SupportRequest
from .staff import views
from .staff.filters import AssignedFilter, StateFilter
from .states import STATE_TONES, AuthorKind, RequestState

_OPEN_FIRST = Case(
    When(state=RequestState.OPEN, then=Value(0)),
    When(state=RequestState.WAITING_FOR_USER, then=Value(1)),
    default=Value(2),
)


def _side(kind: str) -> str:
    return str(AuthorKind(kind).label) if kind else ""


@admin.register(SupportRequest)
class SupportRequestAdmin(TenantAdmin):
    """The queue: what waits for us comes first, the longest waiting at its head."""

    list_display = (*("answer", "account_of", "about", "status", "assigned_to_of", "last_message"),)
    list_display_links = None
    assigned_to_of = related("assigned_to", _("Assigned to"))
    opener = shown("opened_by", _("Opened by"), say=actor_name)
    opened = shown("created_at", _("Opened"))
    last_message = shown("last_activity_at", _("Last message"))
    answered = shown("first_answered_at", _("First answered"))
    closed = shown("closed_at", _("Closed at"))
    closed_side = shown("closed_by", _("Closed by"), say=_side)
    list_filter = (StateFilter, AssignedFilter, ("account", AccountFilter))
    list_select_related = ("account", "domain", "assigned_to")
    search_fields = ("subject", "domain__name", "domain__unicode_name", "account__name")
    search_help_text = _("Subject, domain, account or id (sup_…)")
    ordering = (_OPEN_FIRST, "last_activity_at", "pk")
    sealed = ("attached", "domain__contact")
    fields = (
        *("public_id", "account_of", "about", "subject", "state", "assigned_to_of"),
        *("opener", "opened", "last_message", "answered", "closed", "closed_side"),
    )

    def get_urls(self) -> list[URLPattern]:
        pages = {
            "answer": views.show,
            "send": views.answer,
            "close": views.close,
            "reopen": views.reopen,
            "assign": views.assign,
        }
        wrap = self.admin_site.admin_view
        name = "support_supportrequest_{}".format
        own = [path(f"<int:pk>/{n}/", wrap(view), name=name(n)) for n, view in pages.items()]
        return [*own, *super().get_urls()]

    @admin.display(description=_("Request"), ordering="subject")
    def answer(self, row: Any) -> str:
        url = reverse("admin:support_supportrequest_answer", args=[row.pk])
        return format_html('<a href="{}">{}</a>', url, row.subject)

    @admin.display(description=_("Concerns"))
    def about(self, row: SupportRequest) -> str:
        if row.domain is not None:
            return str(row.domain)
        return str(_("Info template")) if row.submission_id else str(_("Question"))

    @admin.display(description=_("State"), ordering="state")
    def status(self, row: SupportRequest) -> SafeString:
        return format_html(
            '<span class="badge badge-{}">{}</span>',
            STATE_TONES[row.state],
            row.get_state_display(),
        )

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        return super().changelist_view(
            request, {"title": _("Support requests")} | (extra_context or {})
        )
