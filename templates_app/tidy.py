"""Fields as typed, made into fields as kept (pure). What is wrong stays wrong, for the rules."""

import re
from dataclasses import asdict, replace

from templates_app.rules.contact.phone import read_country_code
from templates_app.rules.numbers import normalise_number
from templates_app.rules.regions import PROVINCES, find_province
from templates_app.rules.romanise import (
    romanise_address,
    romanise_organisation,
    romanise_person,
)
from templates_app.rules.template_rules import TemplateFields

# Longer texts are refused anyway; spelling them would only cost time.
_LONGEST = 255
_PHONE_PUNCTUATION = re.compile(r"[ ().-]")


def tidy(fields: TemplateFields) -> TemplateFields:
    """No blanks around anything; phone and country code as digits, the province by its full
    Chinese name, the document number normalised. Doing it twice changes nothing more."""
    trimmed = TemplateFields(**{name: value.strip() for name, value in asdict(fields).items()})
    country = trimmed.country.upper()
    code = read_country_code(trimmed.phone_country_code)
    return replace(
        trimmed,
        country=country,
        province=_province(country, trimmed.province),
        postcode=trimmed.postcode.upper(),
        phone_country_code=code or trimmed.phone_country_code,
        phone_number=_PHONE_PUNCTUATION.sub("", trimmed.phone_number),
        document_type=trimmed.document_type.upper(),
        document_number=normalise_number(trimmed.document_number),
    )


def with_english(fields: TemplateFields) -> TemplateFields:
    """Empty English fields filled with our suggestion; what was typed stays."""
    suggested = suggest_english(
        fields.holder_type,
        name_zh=fields.name_zh,
        contact_name_zh=fields.contact_name_zh,
        address_zh=fields.address_zh,
    )
    empty = {name: text for name, text in suggested.items() if not getattr(fields, name).strip()}
    return replace(fields, **empty)


def suggest_english(
    holder_type: str, *, name_zh: str = "", contact_name_zh: str = "", address_zh: str = ""
) -> dict[str, str]:
    """`name_en`, `contact_name_en` and `address_en` for the Chinese texts.

    Empty for an empty text and for one of more than 255 characters.
    """
    spell_name = romanise_person if holder_type == "individual" else romanise_organisation
    return {
        "name_en": spell_name(name_zh) if _fits(name_zh) else "",
        "contact_name_en": romanise_person(contact_name_zh) if _fits(contact_name_zh) else "",
        "address_en": romanise_address(address_zh) if _fits(address_zh) else "",
    }


def _fits(text: str) -> bool:
    return bool(text.strip()) and len(text) <= _LONGEST


def _province(country: str, typed: str) -> str:
    found = find_province(typed) if country == "CN" else None
    return found.name_zh if found and found.code in PROVINCES else typed
