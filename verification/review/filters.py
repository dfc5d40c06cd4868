"""The queue's filter by state: what waits, unless something else is asked for."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from verification.states import SubmissionState

from .queue import WAITING


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("all", _("All")), *SubmissionState.choices]

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        """Django's own first choice, "All", is here what waits."""
        for number, choice in enumerate(super().choices(changelist)):
            yield choice | {"display": _("Waiting for review")} if number == 0 else choice

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.value()
        if value is None:
            return queryset.filter(state__in=WAITING)
        return queryset.filter(state=value) if value in SubmissionState.values else queryset
