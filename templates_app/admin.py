"""Info templates, as staff see them: the number masked."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from registrar.admin_base import TenantAdmin, in_words, related, shown

from .models import InfoTemplate
from .names_of import country_name, document_type_name, province_name
from .restrictions import admin as restrictions_admin
from .rules.document_types import DOCUMENT_TYPES
from .states import DisabledReason

__all__ = ["InfoTemplateAdmin", "restrictions_admin"]


@admin.register(InfoTemplate)
class InfoTemplateAdmin(TenantAdmin):
    list_display = (
        *("name_zh", "account_of", "document", "number"),
        *("state", "created"),
    )
    list_filter = (
        "state",
        "holder_type",
        ("document_type", in_words(DOCUMENT_TYPES, document_type_name)),
    )
    search_fields = ("name_zh", "name_en", "account__name", "account__slug")
    search_help_text = _("Holder, account or id (tpl_…)")
    ordering = ("-id",)
    sealed = ("document_number",)
    number = shown("number_masked", _("Document number"), sortable=False)
    document = shown("document_type", _("Document type"), say=document_type_name)
    country_of = shown("country", _("Country or region"), say=country_name)
    province_of = shown("province", _("Province"), say=province_name)
    previous_of = related("previous", _("Earlier version"))
    why_disabled = shown(
        "disabled_reason",
        _("Why disabled"),
        say=lambda code: DisabledReason(code).label if code in DisabledReason.values else code,
    )
    deleted = shown("deleted_at", _("Deleted"))
    fields = (
        *("public_id", "account_of", "state", "version", "previous_of", "why_disabled"),
        *("holder_type", "name_zh", "name_en", "contact_name_zh", "contact_name_en"),
        *("country_of", "province_of", "city", "address_zh", "address_en", "postcode"),
        *("phone_country_code", "phone_number", "email"),
        *("document", "number", "verified_at", "created", "deleted"),
    )
