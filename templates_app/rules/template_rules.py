"""Every rule of an info template at once."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from templates_app.rules.contact import (
    check_address,
    check_city,
    check_email,
    check_phone,
    check_postcode,
    check_region,
)
from templates_app.rules.document_types import OWN_SPELLING_TYPES, check_document_type
from templates_app.rules.names import check_contact_name, check_english_name, check_holder_name
from templates_app.rules.numbers import check_number
from templates_app.rules.problems import Problem, in_field, problem
from templates_app.rules.regions import COUNTRIES
from templates_app.rules.romanise import check_translation


@dataclass(frozen=True)
class TemplateFields:
    """An info template as typed; every field is text and may be empty.

    `holder_type` is `individual` or `organization`; `country` an ISO 3166-1
    alpha-2 code; `province` a GB/T 2260 prefix or a name. Document type and
    number may be left out together and added later.
    """

    holder_type: str
    name_zh: str
    name_en: str
    contact_name_zh: str
    contact_name_en: str
    country: str
    province: str
    city: str
    address_zh: str
    address_en: str
    postcode: str
    phone_country_code: str
    phone_number: str
    email: str
    document_type: str = ""
    document_number: str = ""


def check_template(fields: TemplateFields) -> list[Problem]:
    """Everything wrong with the template, each problem with its field; empty when nothing is."""
    return [
        *_check_names(fields),
        *_check_contact_names(fields),
        *_check_place(fields),
        *_check_reach(fields),
        *_check_document(fields),
    ]


def _check_names(fields: TemplateFields) -> Iterator[Problem]:
    document_type = fields.document_type or None
    yield from in_field(
        "name_zh",
        check_holder_name(fields.holder_type, fields.name_zh, document_type=document_type),
    )
    yield from in_field("name_en", check_english_name(fields.name_en))
    if fields.document_type not in OWN_SPELLING_TYPES:
        translation = check_translation(
            fields.name_zh, fields.name_en, holder_type=fields.holder_type
        )
        yield from in_field("name_en", translation)


def _check_contact_names(fields: TemplateFields) -> Iterator[Problem]:
    yield from in_field("contact_name_zh", check_contact_name(fields.contact_name_zh))
    english = check_english_name(fields.contact_name_en, contact=True)
    yield from in_field("contact_name_en", english)
    if fields.document_type not in OWN_SPELLING_TYPES:
        translation = check_translation(fields.contact_name_zh, fields.contact_name_en)
        yield from in_field("contact_name_en", translation)


def _check_place(fields: TemplateFields) -> Iterator[Problem]:
    if fields.country not in COUNTRIES:
        message = _("Choose a country or region from the list.")
        yield from in_field("country", [problem("field_required", message)])
    region = check_region(fields.country, fields.province, fields.address_zh)
    yield from in_field("province", region)
    yield from in_field("city", check_city(fields.city))
    yield from in_field("address_zh", check_address(fields.address_zh))
    yield from in_field("address_en", check_address(fields.address_en, english=True))
    postcode = check_postcode(fields.country, fields.postcode, province=fields.province)
    yield from in_field("postcode", postcode)


def _check_reach(fields: TemplateFields) -> Iterator[Problem]:
    phone = check_phone(fields.phone_country_code, fields.phone_number, country=fields.country)
    for found in phone:
        at_code = found.code == "country_code_invalid" or not fields.phone_country_code.strip()
        name = "phone_country_code" if at_code else "phone_number"
        yield from in_field(name, [found])
    yield from in_field("email", check_email(fields.email))


def _check_document(fields: TemplateFields) -> Iterator[Problem]:
    if not fields.document_type and not fields.document_number.strip():
        return
    unsuitable = check_document_type(fields.holder_type, fields.document_type)
    yield from in_field("document_type", unsuitable)
    if not unsuitable:
        number = check_number(fields.document_type, fields.document_number)
        yield from in_field("document_number", number)
