"""Submissions and pictures, as staff see them; the decision page is in verification.review."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from registrar.admin_base import AccountFilter, TenantAdmin, related, shown

from .models import Material, Submission
from .review import views
from .review.filters import StateFilter
from .review.picture import picture
from .review.queue import QUEUE_ORDER


@admin.register(Submission)
class SubmissionAdmin(TenantAdmin):
    """The reviewers' queue: what was promised for the earliest day comes first."""

    list_display = (
        *("decide", "about", "account_of", "attempt", "state", "reviewer_of"),
        *("submitted_at", "expected_on"),
    )
    list_display_links = None
    reviewer_of = related("reviewer", _("Reviewer"))
    claimed = shown("claimed_at", _("Claimed"))
    confirmed = shown("confirmed_warnings", _("Confirmed by the user"))
    reasons = shown("reason_codes", _("Reasons"))
    messages = shown("raw_messages", _("Message"))
    number = shown("number_masked", _("Document number"), sortable=False)
    list_filter = (
        StateFilter,
        "holder_type",
        "attempt",
        ("account", AccountFilter),
    )
    list_select_related = ("account", "domain", "template", "reviewer")
    search_fields = ("domain__name", "domain__unicode_name", "template__name_zh", "holder_name")
    search_help_text = _("Domain, holder or id (ver_…)")
    ordering = QUEUE_ORDER
    sealed = ("document_number", "template__document_number")
    fields = (
        *("public_id", "account_of", "about", "attempt", "state", "stage"),
        *("holder_type", "holder_name", "contact_name", "document_type", "number"),
        *("profile", "confirmed", "submitted_by", "submitted_at", "expected_on"),
        *("reviewer_of", "claimed", "sent_at", "received_at", "deadline", "ended_at"),
        *("reasons", "messages", "note_to_user", "note_to_staff"),
    )

    def get_urls(self) -> list[URLPattern]:
        pages = {
            "decide": views.decide,
            "claim": views.claim,
            "take-over": views.take_over,
            "approve": views.approve,
            "refuse": views.refuse,
            "reveal": views.reveal,
        }
        wrap = self.admin_site.admin_view
        name = "verification_submission_{}".format
        own = [path(f"<int:pk>/{n}/", wrap(view), name=name(n)) for n, view in pages.items()]
        shown = path("<int:pk>/picture/<int:position>/", wrap(picture), name=name("picture"))
        return [*own, shown, *super().get_urls()]

    @admin.display(description=_("domain or template"))
    def about(self, row: Submission) -> str:
        return str(row.domain or row.template)

    @admin.display(description=_("Holder"), ordering="holder_name")
    def decide(self, row: Any) -> str:
        url = reverse("admin:verification_submission_decide", args=[row.pk])
        return format_html('<a href="{}">{}</a>', url, row.holder_name)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        return super().changelist_view(
            request, {"title": _("Review queue")} | (extra_context or {})
        )


@admin.register(Material)
class MaterialAdmin(TenantAdmin):
    """What is known of the pictures, not the pictures."""

    list_display = ("public_id", "account_of", "kind", "state", "format", "bytes", "created")
    list_filter = ("state", "kind", "format")
    search_fields = ("sha256", "account__name", "account__slug")
    search_help_text = _("Account, SHA-256 or id (mat_…)")
    ordering = ("-id",)
    fields = (
        *("public_id", "account_of", "kind", "state", "format", "bytes", "width", "height"),
        *("sha256", "uploaded_by", "created"),
    )
