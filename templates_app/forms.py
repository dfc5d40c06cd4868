"""The form of an info template, and those of its page."""

from dataclasses import asdict
from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from templates_app.fields import ProvinceInput, TypedField
from templates_app.fields_of import FIELD_NAMES
from templates_app.names_of import country_choices, document_type_choices, province_choices
from templates_app.rules.template_rules import TemplateFields

_SUGGESTED = _("Leave it empty to get our suggestion; correct it if it is wrong.")


def _typed(
    label: Any, *, required: bool = True, hint: Any = "", more: Any = None, **attrs: Any
) -> TypedField:
    widget = forms.TextInput(attrs=attrs | (more or {}))
    return TypedField(label=label, required=required, help_text=hint, widget=widget)


def _english(label: Any, source: str) -> TypedField:
    return _typed(label, required=False, hint=_SUGGESTED, lang="en", more={"data-romanise": source})


class TemplateForm(forms.Form):
    """What is typed about a holder. Any text is taken; the services judge it."""

    name_zh = _typed(_("Holder name (Chinese)"), hint=_("As on the document, without spaces."))
    name_en = _english(_("Holder name (English)"), "name_zh")
    contact_name_zh = _typed(_("Contact name (Chinese)"), hint=_("A person's name."))
    contact_name_en = _english(_("Contact name (English)"), "contact_name_zh")
    phone_country_code = _typed(
        _("Phone country code"),
        hint=_("86 for the Chinese mainland; area codes go before the number."),
    )
    phone_number = _typed(_("Phone number"), inputmode="tel", autocomplete="tel-national")
    email = _typed(_("E-mail"), inputmode="email", autocomplete="email")
    country = TypedField(label=_("Country or region"), widget=forms.Select)
    province = TypedField(label=_("Province"))
    city = _typed(_("City"))
    address_zh = _typed(_("Address (Chinese)"), hint=_("Street, house number and room."))
    address_en = _english(_("Address (English)"), "address_zh")
    postcode = _typed(_("Postcode"), autocomplete="postal-code")
    document_type = TypedField(label=_("Document type"), widget=forms.Select)
    document_number = _typed(
        _("Document number"),
        hint=_("Kept encrypted and shown masked."),
        autocomplete="off",
        spellcheck="false",
        more={
            "hx-post": reverse_lazy("templates:check_number"),
            "hx-trigger": "change, change from:#id_document_type",
            "hx-target": "#number-check",
            "hx-params": "document_type,document_number",
        },
    )
    token = TypedField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, data: Any = None, *, holder_type: str, masked_number: str = "", **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.holder_type = holder_type
        fields: dict[str, Any] = self.fields
        fields["country"].widget.choices = country_choices()
        fields["province"].widget = ProvinceInput(province_choices())
        fields["document_type"].widget.choices = [
            ("", _("Choose one")),
            *document_type_choices(holder_type),
        ]
        if masked_number:
            number = fields["document_number"]
            number.required = False
            number.help_text = _("Leave it empty to keep %(number)s.") % {
                "number": escape(masked_number)
            }

    def typed_fields(self) -> TemplateFields:
        """What was typed, for the services. The form must be valid."""
        typed = {name: self.cleaned_data.get(name, "") for name in FIELD_NAMES}
        return TemplateFields(**typed | {"holder_type": self.holder_type})


def initial_of(fields: TemplateFields) -> dict[str, str]:
    """Initial data of a form: everything but the number, which leaves only when revealed."""
    return asdict(fields) | {"document_number": ""}
