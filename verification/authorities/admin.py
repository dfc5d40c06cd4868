"""Authorities, their choice and their history in the admin: to be looked at by who may, to be
changed on own pages."""

from typing import Any, ClassVar

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from registrar.admin_base import ReadOnlyAdmin, ToldAdmin, as_lines, related, shown
from verification.models import Authority, AuthorityChange, AuthorityRoute, ChangedThing
from verification.services.authorities import is_in_use

from .condition import CONDITION_NAMES, CONDITION_TONES, condition_of
from .operators import LOOK, MANAGE
from .page_names import authority_url
from .status import SECRETS
from .urls import authority_urls, route_urls

_HISTORY = 20


class ManagedAdmin(ToldAdmin):
    """Added by whoever manages authorities, on a page of our own."""

    new_page: ClassVar[str]

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return request.user.has_perm(MANAGE)

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        return redirect(self.new_page)

    def of_pages(self, request: HttpRequest) -> dict[str, Any]:
        return {"manages": request.user.has_perm(MANAGE), "looks": request.user.has_perm(LOOK)}


@admin.register(Authority)
class AuthorityAdmin(ManagedAdmin):
    """Whoever manages them finds buttons; whoever may only look doesn't."""

    new_page = "admin:verification_authority_new"
    list_display = ("name", "code", "adapter", "condition", "last_ok")
    ordering = ("name", "pk")
    sealed = SECRETS
    last_ok = shown("last_ok_at", _("Last answer"))
    added = shown("created_at", _("Added"))
    fields = (
        *("name", "code", "adapter", "base_url", "key_id", "our_secret"),
        *("callback_key_id", "their_secret", "old_secret", "timeout", "added"),
    )

    def get_urls(self) -> list[URLPattern]:
        return [*authority_urls(self.admin_site.admin_view), *super().get_urls()]

    @admin.display(description=_("State"))
    def condition(self, row: Authority) -> SafeString:
        found = condition_of(row, now=timezone.now())
        return format_html(
            '<a class="badge badge-{}" href="{}">{}</a>',
            CONDITION_TONES[found],
            authority_url("status", row.pk),
            CONDITION_NAMES[found],
        )

    @admin.display(description=_("Our secret"))
    def our_secret(self, row: Authority) -> Any:
        return _kept(row.secret)

    @admin.display(description=_("Their secret"))
    def their_secret(self, row: Authority) -> Any:
        return _kept(row.callback_secret)

    @admin.display(description=_("Their secret before"))
    def old_secret(self, row: Authority) -> Any:
        return _("Still counts") if row.callback_secret_before else "-"

    def of_row(self, row: Authority) -> dict[str, Any]:
        changes = AuthorityChange.objects.filter(about=ChangedThing.AUTHORITY, object_id=row.pk)
        return {
            "changes": changes.order_by("-id")[:_HISTORY],
            "in_use": is_in_use(row),
            "old_secret_counts": bool(row.callback_secret_before),
        }


@admin.register(AuthorityRoute)
class AuthorityRouteAdmin(ManagedAdmin):
    """Which authority takes what, as a table of suffixes and profiles."""

    new_page = "admin:verification_authorityroute_new"
    list_display = ("for_suffix", "for_profile", "taken_by")
    list_select_related = ("authority",)
    search_fields = ("suffix",)
    ordering = ("suffix", "profile")
    taken_by = related("authority", _("Authority"))
    fields = ("for_suffix", "for_profile", "taken_by")

    def get_urls(self) -> list[URLPattern]:
        return [*route_urls(self.admin_site.admin_view), *super().get_urls()]

    @admin.display(description=_("Suffix"), ordering="suffix")
    def for_suffix(self, row: AuthorityRoute) -> Any:
        return f".{row.suffix}" if row.suffix else _("Any")

    @admin.display(description=pgettext_lazy("authority", "Profile"), ordering="profile")
    def for_profile(self, row: AuthorityRoute) -> Any:
        return row.profile or _("Any")


@admin.register(AuthorityChange)
class AuthorityChangeAdmin(ReadOnlyAdmin):
    """Who changed what, newest first."""

    list_display = ("at", "about", "object_label", "action", "actor_label")
    list_filter = ("about", "action")
    ordering = ("-id",)
    at = shown("occurred_at", _("Time"))
    was = shown("before", _("Before"), sortable=False, say=as_lines)
    now = shown("after", _("After"), sortable=False, say=as_lines)
    fields = (
        *("at", "about", "object_label", "action", "reason", "actor_label"),
        *("was", "now", "ip", "request_id"),
    )


def _kept(secret: str | None) -> Any:
    return _("Kept, never shown") if secret else "-"
