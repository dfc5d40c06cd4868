"""Filters of the lists in the admin."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class InForceFilter(admin.SimpleListFilter):
    """What is on the list; on demand what was removed from it."""

    title = _("removal")
    parameter_name = "removed"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("Removed")), ("all", _("Both"))]

    def choices(self, changelist: Any) -> Iterator[Any]:
        listed, *rest = super().choices(changelist)
        yield {**listed, "display": _("On the list")}
        yield from rest

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() == "all":
            return queryset
        return queryset.filter(removed_at__isnull=self.value() != "yes")
