"""Which standard a document type's numbers follow."""

from templates_app.rules.document_types import DOCUMENT_TYPES, NumberRule
from templates_app.rules.numbers.credit_code import BUSINESS_LICENCE, CREDIT_CODE
from templates_app.rules.numbers.organisation_code import ORGANISATION_CODE
from templates_app.rules.numbers.passport import passport_standard
from templates_app.rules.numbers.permanent_resident import PERMANENT_RESIDENT
from templates_app.rules.numbers.representative_office import office_standard
from templates_app.rules.numbers.residence_permit import (
    HK_MO_RESIDENCE_PERMIT,
    TW_RESIDENCE_PERMIT,
)
from templates_app.rules.numbers.resident_id import RESIDENT_ID
from templates_app.rules.numbers.standard import Standard
from templates_app.rules.numbers.travel_permit import HK_MO_TRAVEL_PERMIT, TW_TRAVEL_PERMIT

_FIXED: dict[NumberRule, Standard] = {
    "resident_id": RESIDENT_ID,
    "hk_mo_travel_permit": HK_MO_TRAVEL_PERMIT,
    "tw_travel_permit": TW_TRAVEL_PERMIT,
    "permanent_resident": PERMANENT_RESIDENT,
    "hk_mo_residence_permit": HK_MO_RESIDENCE_PERMIT,
    "tw_residence_permit": TW_RESIDENCE_PERMIT,
    "business_licence": BUSINESS_LICENCE,
    "credit_code": CREDIT_CODE,
    "organisation_code": ORGANISATION_CODE,
}
_CHOSEN = {"passport": passport_standard, "credit_code_or_free": office_standard}


def standard_for(document_type: str, number: str) -> Standard | None:
    """The standard of a known type's number, or None where the form is free."""
    rule = DOCUMENT_TYPES[document_type].number_rule
    choose = _CHOSEN.get(rule)
    return choose(number) if choose else _FIXED.get(rule)


def has_free_form(document_type: str) -> bool:
    """Whether numbers of a known type may hold anything."""
    return DOCUMENT_TYPES[document_type].number_rule in ("free", "credit_code_or_free")
