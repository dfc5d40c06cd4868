"""Submissions and pictures, as staff see them; the decision page is in verification.review."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.template.defaultfilters import filesizeformat
from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _

from registrar.admin_base import TenantAdmin, related, shown
from registrar.oplog.actor_texts import actor_name
from templates_app.names_of import document_type_name

from .authorities import admin as authorities_admin
from .languages import current_language
from .messages.admin import UnknownMessageAdmin
from .models import Material, Submission
from .review.case_file import finding_titles, reason_titles
from .review.figures.admin import FiguresExportAdmin
from .review.policy_admin import ReviewPolicyAdmin
from .review.queue.page import queue
from .review.urls import urlpatterns
from .waiting.admin import ReminderAdmin

__all__ = [
    "FiguresExportAdmin",
    "MaterialAdmin",
    "ReminderAdmin",
    "ReviewPolicyAdmin",
    "SubmissionAdmin",
    "UnknownMessageAdmin",
    "authorities_admin",
]


@admin.register(Submission)
class SubmissionAdmin(TenantAdmin):
    """One submission, to be looked at; the list of them is the reviewers' queue."""

    reviewer_of = related("reviewer", _("Reviewer"))
    claimed = shown("claimed_at", _("Claimed"))
    confirmed = shown(
        "confirmed_warnings",
        _("Confirmed by the user"),
        say=lambda codes: finding_titles(codes, current_language()),
    )
    document = shown("document_type", _("Document type"), say=document_type_name)
    sender = shown("submitted_by", _("Submitted by"), say=actor_name)
    reasons = shown(
        "reason_codes", _("Reasons"), say=lambda codes: reason_titles(codes, current_language())
    )
    messages = shown("raw_messages", _("Message"))
    number = shown("number_masked", _("Document number"), sortable=False)
    sealed = ("document_number", "template__document_number")
    fields = (
        *("public_id", "account_of", "about", "attempt", "state", "stage"),
        *("holder_type", "holder_name", "contact_name", "document", "number"),
        *("confirmed", "sender", "submitted_at", "expected_on"),
        *("reviewer_of", "claimed", "sent_at", "received_at", "deadline", "ended_at"),
        *("reasons", "messages", "note_to_user", "note_to_staff"),
    )

    def get_urls(self) -> list[URLPattern]:
        return [*urlpatterns(self.admin_site.admin_view), *super().get_urls()]

    @admin.display(description=_("domain or template"))
    def about(self, row: Submission) -> str:
        # A template is called like the holder, whom the list shows already.
        return str(row.domain or _("Info template"))

    def changelist_view(self, request: Any, extra_context: Any = None) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        return queue(request)


@admin.register(Material)
class MaterialAdmin(TenantAdmin):
    """What is known of the pictures, not the pictures."""

    list_display = ("public_id", "account_of", "kind", "state", "format", "size", "created")
    list_filter = ("state", "kind", "format")
    search_fields = ("sha256", "account__name", "account__slug")
    search_help_text = _("Account, SHA-256 or id (mat_…)")
    ordering = ("-id",)
    fields = (
        *("public_id", "account_of", "kind", "state", "format", "size", "pixels"),
        *("checksum", "uploader", "created"),
    )
    size = shown("bytes", _("Size"), say=filesizeformat)
    checksum = shown("sha256", _("SHA-256"))
    uploader = shown("uploaded_by", _("Uploaded by"), say=actor_name)

    @admin.display(description=_("Width and height"))
    def pixels(self, row: Material) -> str:
        return f"{row.width} × {row.height}"
