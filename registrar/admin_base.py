"""The base of every staff page: to be looked at. What changes, changes through a service.

Lies below all apps, so that each can keep its own `admin.py`.
"""

import uuid
from collections.abc import Callable, Iterable, Mapping
from copy import copy
from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.utils import display_for_value
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from registrar import public_ids

# How Django's own filters ask: choices and flags, relations, dates.
_LOOKUPS = frozenset({"", "exact", "isnull", "id__exact", "gte", "lt"})


class ReadOnlyAdmin(admin.ModelAdmin):
    """Shows rows to staff who hold the model's `view` permission; adds, changes, deletes none.

    Subclasses name their `fields`: what isn't named (sealed numbers, hashes, storage names) is
    never shown. A public id in the search box finds its row.
    """

    actions = None
    list_per_page = 50
    # Columns that stay closed: opening a sealed number tells more than is asked.
    sealed: ClassVar[tuple[str, ...]] = ()
    # The count over the whole table costs more than it tells.
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> Any:
        return self.fields

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Only what the filters offer. Django allows every column of the table, by any lookup:
        a hidden one could be read letter by letter, a pattern could be an error."""
        field, _, how = lookup.partition("__")
        return field in self._filtered() and how in _LOOKUPS

    def _filtered(self) -> set[str]:
        """Names of what the list can be filtered by: fields, and filters of their own."""
        entries: list[Any] = [e[0] if isinstance(e, tuple) else e for e in self.list_filter]
        return {str(getattr(entry, "parameter_name", entry)) for entry in entries}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).defer(*self.sealed)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        uid = self._uid_in(search_term)
        if uid is not None:
            return queryset.filter(uid=uid), False
        return super().get_search_results(request, queryset, search_term)

    def _uid_in(self, text: str) -> uuid.UUID | None:
        prefix = getattr(self.model, "id_prefix", "")
        return public_ids.decode(prefix, text.strip()) if prefix else None


class ToldAdmin(ReadOnlyAdmin):
    """Rows whose pages show more than fields: by templates of our own, told what they need."""

    def of_pages(self, request: HttpRequest) -> dict[str, Any]:
        """What the list and every row's page is told."""
        return {}

    def of_row(self, row: Any) -> dict[str, Any]:
        """What the page of this row is told besides."""
        return {}

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        context = self.of_pages(request) | (extra_context or {})
        return super().changelist_view(request, context)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        context = self.of_pages(request) | (extra_context or {})
        row = self.get_object(request, object_id)
        if row is not None:
            context |= self.of_row(row)
        return super().change_view(request, object_id, form_url, context)


def related(name: str, label: Any) -> Callable[[Any, Any], str]:
    """A column for a relation whose model field has no name of its own for people."""

    @admin.display(description=label, ordering=name, empty_value="-")
    def column(self: Any, row: Any) -> str:
        return str(getattr(row, name) or "-")

    return column


def shown(
    name: str, label: Any, *, sortable: bool = True, say: Callable[[Any], Any] | None = None
) -> Callable[[Any, Any], str]:
    """The value of a field or property under a label for people; `say` puts a code into words."""

    @admin.display(description=label, ordering=name if sortable else None)
    def column(self: Any, row: Any) -> str:
        value = getattr(row, name)
        # Django's detail pages print what a column returns as it is: UTC, None, Python lists.
        return str(display_for_value(say(value) if say else value, "-")) or "-"

    return column


def as_lines(values: Mapping[str, Any]) -> str:
    """A JSON object, one name and value a line."""
    return "\n".join(f"{name}: {value}" for name, value in values.items())


def in_words(codes: Iterable[str], say: Callable[[str], Any]) -> type[admin.FieldListFilter]:
    """A filter by `codes`, each in words: `("kind", in_words(KINDS, kind_name))`.

    Django's own for a column without choices reads them from the whole table, at every list.
    """

    class InWords(admin.ChoicesFieldListFilter):
        def __init__(self, field: Any, *args: Any, **kwargs: Any) -> None:
            named = copy(field)
            named.choices = [(code, say(code)) for code in codes]
            super().__init__(named, *args, **kwargs)

    return InWords


class AccountFilter(admin.RelatedOnlyFieldListFilter):
    """The accounts that have such rows; `("account", AccountFilter)`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.title = _("account")


class TenantAdmin(ReadOnlyAdmin):
    """Rows of accounts: each shows whose it is, and its public id."""

    list_select_related: ClassVar[Any] = ("account",)
    account_of = related("account", _("Account"))
    created = shown("created_at", _("Created"))

    @admin.display(description=_("ID"))
    def public_id(self, row: Any) -> str:
        return str(row.public_id)
