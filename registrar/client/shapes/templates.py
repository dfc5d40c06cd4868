"""Info templates."""

from typing import TypedDict


class TemplateFields(TypedDict, total=False):
    """What a template is made of; English names are suggested where they are left out."""

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
    document_type: str
    document_number: str


class Warning_(TypedDict):  # noqa: N801 - the name without it is Python's
    field: str
    code: str
    message: str


class Template(TypedDict):
    id: str
    state: str
    version: int
    previous: str | None
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
    document_type: str
    document_number_masked: str
    warnings: list[Warning_]
    disabled_reason: str | None
    created_at: str
    updated_at: str
    verified_at: str | None
