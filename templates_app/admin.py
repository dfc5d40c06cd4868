"""Info templates, as staff see them: the number masked."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from registrar.admin_base import TenantAdmin, shown

from .models import InfoTemplate


@admin.register(InfoTemplate)
class InfoTemplateAdmin(TenantAdmin):
    list_display = (
        *("name_zh", "account_of", "holder_type", "document_type", "number"),
        *("state", "version", "created"),
    )
    list_filter = ("state", "holder_type", "document_type")
    search_fields = ("name_zh", "name_en", "account__name", "account__slug")
    search_help_text = _("Holder, account or id (tpl_…)")
    ordering = ("-id",)
    sealed = ("document_number",)
    number = shown("number_masked", _("Document number"), sortable=False)
    deleted = shown("deleted_at", _("Deleted"))
    fields = (
        *("public_id", "account_of", "state", "version", "previous", "disabled_reason"),
        *("holder_type", "name_zh", "name_en", "contact_name_zh", "contact_name_en"),
        *("country", "province", "city", "address_zh", "address_en", "postcode"),
        *("phone_country_code", "phone_number", "email"),
        *("document_type", "number", "verified_at", "created", "deleted"),
    )
