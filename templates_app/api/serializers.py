"""Shapes of what comes in. What is right, templates_app.services say."""

from rest_framework import serializers

from registrar.api.bodies import StrictSerializer, StrictTextField
from templates_app.models import HolderType
from templates_app.rules.document_types import DOCUMENT_TYPES
from templates_app.services.revealing import MAX_REASON


def _text(help_text: str, **options: object) -> StrictTextField:
    given = {"allow_blank": True, "required": False, "help_text": help_text} | options
    return StrictTextField(**given)  # type: ignore[arg-type]


class TemplateChanges(StrictSerializer):
    """Fields of a template; those that are left out stay as they are."""

    holder_type = serializers.ChoiceField(choices=HolderType.choices, required=False)
    name_zh = _text("Holder as on the document, without spaces.")
    name_en = _text("Suggested from `name_zh` when absent or empty.")
    contact_name_zh = _text("A person.")
    contact_name_en = _text("Suggested from `contact_name_zh` when absent or empty.")
    country = _text("ISO 3166-1 alpha-2.")
    province = _text("GB/T 2260 prefix or name for CN; free text elsewhere.")
    city = _text("City.")
    address_zh = _text("Street, house number and room.")
    address_en = _text("Suggested from `address_zh` when absent or empty.")
    postcode = _text("In the country's form.")
    phone_country_code = _text("Such as 86, +86 or 0086; never an area code.")
    phone_number = _text("Without the country code; landlines with their area code.")
    email = _text("One address in ASCII.")
    document_type = _text(f"One of {', '.join(DOCUMENT_TYPES)}.")
    document_number = _text("In the clear; only ever answered masked.", write_only=True)


class NewTemplate(TemplateChanges):
    """A whole template. English names and the postcode may be left out; what else is missing
    is answered as `field_required`."""

    holder_type = serializers.ChoiceField(choices=HolderType.choices)


class RevealReason(StrictSerializer):
    reason = StrictTextField(max_length=MAX_REASON, help_text="Goes into the operation log.")


class TextsToRomanise(StrictSerializer):
    """Chinese texts; what is left out is answered empty."""

    holder_type = serializers.ChoiceField(choices=HolderType.choices)
    name_zh = _text("Holder.", max_length=255, default="")
    contact_name_zh = _text("A person.", max_length=255, default="")
    address_zh = _text("Street, house number and room.", max_length=255, default="")


class NumberToCheck(StrictSerializer):
    document_type = serializers.ChoiceField(choices=list(DOCUMENT_TYPES))
    document_number = StrictTextField(max_length=64)
