"""Forms of the domains' pages. What is right, the services say."""

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from domains.lock_texts import LOCK_LABELS
from domains.operation_kinds.set_locks import LOCKS
from domains.rules.tags import MAX_TAGS
from registrar.errors import ServiceError
from templates_app.fields import ProvinceInput
from templates_app.names_of import country_choices, province_choices


class ServiceForm(forms.Form):
    """A form whose errors come from a service; `prefix_of_errors` stands before its fields."""

    prefix_of_errors = ""

    def add_refusal(self, refusal: ServiceError) -> None:
        """Show what the service refused, at its fields where it names them."""
        for error in refusal.errors:
            name = error.field.removeprefix(self.prefix_of_errors)
            self.add_error(name if name in self.fields else None, str(error.message))
        if not refusal.errors:
            self.add_error(None, str(refusal.message))


class ContactForm(ServiceForm):
    prefix_of_errors = "contact."

    contact_name_zh = forms.CharField(label=_("Contact name (Chinese)"), max_length=64)
    contact_name_en = forms.CharField(label=_("Contact name (English)"), max_length=128)
    phone_country_code = forms.CharField(label=_("Phone country code"), max_length=8)
    phone_number = forms.CharField(label=_("Phone number"), max_length=20)
    email = forms.CharField(label=_("E-mail"), max_length=254)
    country = forms.ChoiceField(label=_("Country or region"), choices=country_choices)
    province = forms.CharField(label=_("Province"), max_length=64, required=False)
    city = forms.CharField(label=_("City"), max_length=64, required=False)
    address_zh = forms.CharField(label=_("Address (Chinese)"), max_length=255)
    address_en = forms.CharField(label=_("Address (English)"), max_length=255)
    postcode = forms.CharField(label=_("Postcode"), max_length=16, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Made anew for every form: the names follow the reader's language.
        self.fields["province"].widget = ProvinceInput(province_choices())


class LocksForm(ServiceForm):
    prefix_of_errors = "locks."

    transfer = forms.BooleanField(
        label=LOCK_LABELS["transfer"],
        help_text=_("Nobody can move the domain to another registrar."),
        required=False,
    )
    update = forms.BooleanField(
        label=LOCK_LABELS["update"],
        help_text=_("Registrant, contacts and nameservers stay as they are."),
        required=False,
    )
    delete = forms.BooleanField(
        label=LOCK_LABELS["delete"], help_text=_("The domain can't be deleted."), required=False
    )

    def locks(self) -> dict[str, bool]:
        """The form must be valid."""
        return {name: bool(self.cleaned_data[name]) for name in LOCKS}


class TagsForm(ServiceForm):
    tags = forms.CharField(
        label=_("Tags"),
        help_text=format_lazy(_("Separated by commas, at most {count}."), count=MAX_TAGS),
        max_length=1000,
        required=False,
    )

    def words(self) -> list[str]:
        """The form must be valid."""
        text: str = self.cleaned_data["tags"]
        return text.replace("，", ",").replace("、", ",").split(",")


def initial_of(values: dict[str, Any], form: type[forms.Form]) -> dict[str, Any]:
    """The values that the form has fields for."""
    return {name: values.get(name, "") for name in form.base_fields}
