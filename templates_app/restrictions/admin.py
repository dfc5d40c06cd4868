"""The lists in the admin: to be looked at by who may, to be changed on own pages."""

from functools import partial
from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from registrar.admin_base import ReadOnlyAdmin, ToldAdmin, as_lines, shown
from templates_app.models import AllowedName, RestrictedSubject, RestrictedWord, RestrictionChange

from . import import_views, views
from .filters import InForceFilter
from .keepers import MANAGE
from .lists import ALLOWED, SUBJECTS, WORDS, EntryList
from .uses import uses_of

_HISTORY = 20


class EntryAdmin(ToldAdmin):
    """One of the lists. Who keeps them finds buttons; who may only look doesn't."""

    entries: ClassVar[EntryList]
    change_list_template = "admin/templates_app/entry_list.html"
    change_form_template = "admin/templates_app/entry_detail.html"
    ordering = ("-id",)
    added = shown("created_at", _("Added"))
    removed = shown("removed_at", _("Removed"))
    by = shown("added_by", _("Added by"))
    remark = shown("note", _("Note"), sortable=False)

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        name = partial(views.url_name, self.entries)
        kept = {"list_name": self.entries.name.value}
        return [
            path("new/", wrap(views.new), kept, name=name("new")),
            path("import/", wrap(import_views.upload), kept, name=name("import")),
            path("import/apply/", wrap(import_views.apply), kept, name=name("apply")),
            path("<int:pk>/edit/", wrap(views.edit), kept, name=name("edit")),
            path("<int:pk>/remove/", wrap(views.remove), kept, name=name("remove")),
            *super().get_urls(),
        ]

    def of_row(self, row: Any) -> dict[str, Any]:
        changes = RestrictionChange.objects.filter(
            list_name=self.entries.name, entry_id=row.pk
        ).order_by("-id")
        return {"changes": changes[:_HISTORY], "in_force": row.removed_at is None}

    def of_pages(self, request: HttpRequest) -> dict[str, Any]:
        names = ("new", "import", "edit", "remove")
        own = {f"{n}_name": f"admin:{views.url_name(self.entries, n)}" for n in names}
        return {**own, "keeps": request.user.has_perm(MANAGE)}


@admin.register(RestrictedSubject)
class RestrictedSubjectAdmin(EntryAdmin):
    entries = SUBJECTS
    list_display = ("__str__", "cause", "holder_type", "number_masked", "until", "by", "added")
    list_filter = (InForceFilter, "cause", "holder_type")
    search_fields = ("name", "number_masked")
    search_help_text = _("Name, or the visible part of a number")
    sealed = ("document_number",)
    begins = shown("valid_from", _("Counts from"))
    until = shown("valid_until", _("Counts until"))
    fields = (
        *("cause", "name", "number_masked", "holder_type", "begins", "until"),
        *("remark", "by", "added", "removed"),
    )

    def get_urls(self) -> list[URLPattern]:
        bar = self.admin_site.admin_view(views.bar)
        return [
            path("<int:pk>/bar/", bar, name=views.url_name(SUBJECTS, "bar")),
            *super().get_urls(),
        ]

    def of_row(self, row: Any) -> dict[str, Any]:
        return super().of_row(row) | {"uses": uses_of(row)}


@admin.register(RestrictedWord)
class RestrictedWordAdmin(EntryAdmin):
    entries = WORDS
    list_display = (
        *("word", "kind", "in_holder_names", "in_contact_names", "in_domain_names"),
        *("by", "added"),
    )
    list_filter = (InForceFilter, "kind")
    search_fields = ("word",)
    fields = (
        *("word", "kind", "in_holder_names", "in_contact_names", "in_domain_names"),
        *("remark", "by", "added", "removed"),
    )


@admin.register(AllowedName)
class AllowedNameAdmin(EntryAdmin):
    entries = ALLOWED
    list_display = ("name", "by", "added")
    list_filter = (InForceFilter,)
    search_fields = ("name",)
    fields = ("name", "remark", "by", "added", "removed")


@admin.register(RestrictionChange)
class RestrictionChangeAdmin(ReadOnlyAdmin):
    """Who changed which list, newest first."""

    list_display = ("at", "list_name", "action", "about", "actor_label")
    list_filter = ("list_name", "action")
    ordering = ("-id",)
    at = shown("occurred_at", _("Time"))
    was = shown("before", _("Before"), sortable=False, say=as_lines)
    now = shown("after", _("After"), sortable=False, say=as_lines)
    fields = (
        *("at", "list_name", "action", "about", "actor_label", "was", "now"),
        *("ip", "request_id"),
    )

    @admin.display(description=_("Entry"))
    def about(self, row: RestrictionChange) -> str:
        kept = row.after | row.before
        named = kept.get("name") or kept.get("word") or kept.get("number_masked")
        return str(named or row.entry_id or "-")
