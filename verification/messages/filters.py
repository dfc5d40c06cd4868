"""The list's filter by state: what is open, unless something else is asked for."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from .states import MessageState


class MessageStateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        others = [choice for choice in MessageState.choices if choice[0] != MessageState.OPEN]
        return [*others, ("all", _("All"))]

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        """Django's own first choice, "All", is here what is open."""
        for number, choice in enumerate(super().choices(changelist)):
            yield choice | {"display": MessageState.OPEN.label} if number == 0 else choice

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.value()
        if value is None:
            return queryset.filter(state=MessageState.OPEN)
        return queryset.filter(state=value) if value in MessageState.values else queryset
