"""Domains and their operations, as staff see them."""

from collections.abc import Mapping
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from registrar.admin_base import TenantAdmin, as_lines, in_words, related, shown
from templates_app.models import InfoTemplate

from .contacts import CONTACT_FIELDS
from .models import Domain, Operation
from .operation_kinds import KINDS
from .operation_texts import operation_name
from .service_status_texts import STATUS_TEXTS


def contact_in_words(contact: Mapping[str, str]) -> str:
    """A line for each field of the contact, called as in an info template."""
    fields = {field.name: field for field in InfoTemplate._meta.fields}
    filled = [name for name in CONTACT_FIELDS if contact.get(name)]
    return as_lines({str(capfirst(fields[name].verbose_name)): contact[name] for name in filled})


class ServiceStatusFilter(admin.SimpleListFilter):
    """The statuses in words; the column itself holds codes."""

    title = _("service status")
    parameter_name = "service_status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(code, text.label) for code, text in STATUS_TEXTS.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Domain]) -> QuerySet[Domain]:
        return queryset.filter(service_status=self.value()) if self.value() else queryset


@admin.register(Domain)
class DomainAdmin(TenantAdmin):
    list_display = (
        *("unicode_name", "account_of", "registrant_name", "status", "real_name"),
        "expires_at",
    )
    list_filter = (ServiceStatusFilter, "real_name", "lifecycle", "disputed", "holder_type")
    list_select_related = ("account",)
    search_fields = ("name", "unicode_name", "registrant_name", "account__name", "account__slug")
    search_help_text = _("Domain, registrant or account")
    ordering = ("name",)
    contacts = shown("contact", _("Contact"), say=contact_in_words)
    fields = (
        *("account_of", "name", "unicode_name", "suffix", "status"),
        *("lifecycle", "naming", "real_name", "registrant_change", "transfer", "disputed"),
        *("epp_statuses", "template", "holder_type", "registrant_name", "registrant_name_en"),
        *("contacts", "registered_at", "transferred_at", "registrant_changed_at"),
        *("registrant_lock", "expires_at", "auto_renew", "nameservers", "tags"),
    )

    @admin.display(description=_("service status"), ordering="service_status")
    def status(self, row: Domain) -> str:
        return str(STATUS_TEXTS[row.service_status].label)


@admin.register(Operation)
class OperationAdmin(TenantAdmin):
    list_display = (*("domain_of", "what", "account_of", "state", "submitted_at", "ended_at"),)
    list_filter = (("kind", in_words(KINDS, operation_name)), "state")
    list_select_related = ("account", "domain")
    search_fields = ("domain__name", "domain__unicode_name", "account__name", "account__slug")
    search_help_text = _("Domain, account or id (op_…)")
    ordering = ("-id",)
    what = shown("kind", _("Operation"), say=operation_name)
    domain_of = related("domain", _("Domain"))
    tries = shown("attempts", _("Calls to the registry"))
    template_of = related("template", _("Info template"))
    due = shown("due_at", _("Next look"))
    messages = shown("raw_messages", _("Messages of the registry"))
    fields = (
        *("public_id", "account_of", "what", "domain_of", "template_of", "state"),
        *("requested_by", "tries", "due", "submitted_at", "expected_on", "ended_at"),
        "messages",
    )
