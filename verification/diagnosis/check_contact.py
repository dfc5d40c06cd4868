"""Contact, phone, address and region (seed 000 §10, seed 002)."""

from templates_app.rules.contact import check_address, check_phone, check_postcode, check_region
from templates_app.rules.names import is_organisation_name
from templates_app.rules.numbers import check_number
from templates_app.rules.problems import Problem
from templates_app.rules.regions import PROVINCES, find_province
from templates_app.rules.text import check_ascii, check_characters

from .check_names import looks_like_person
from .dossier import PERSON, Dossier
from .evidence import Evidence, Kind, evidence, marked
from .verdict import Verdict, confirmed, ruled_out, unknown

# What may stand in names of people and firms though the registry's schema escapes it.
_NAME_MARKUP = "&"


def contact_not_person(dossier: Dossier) -> Verdict:
    contact = dossier.contact.strip()
    if is_organisation_name(contact):
        return confirmed(evidence(Kind.CONTACT_IS_ORGANISATION, name=contact))
    if not dossier.is_person and contact and contact == dossier.name.strip():
        return confirmed(evidence(Kind.CONTACT_IS_ORGANISATION, name=contact))
    if looks_like_person(contact):
        return ruled_out(evidence(Kind.LOOKS_LIKE_PERSON, name=contact))
    return unknown(likelihood=0.6)


def country_code_invalid(dossier: Dossier) -> Verdict:
    code, number = dossier.phone_country_code, dossier.phone_number
    if not code.strip() or not number.strip():
        return unknown(likelihood=0.3)
    found = check_phone(code, number, country=dossier.country)
    if any(problem.code == "country_code_invalid" for problem in found):
        return confirmed(evidence(Kind.AREA_CODE, typed=code.strip()[:8]))
    return ruled_out(evidence(Kind.COUNTRY_CODE_RIGHT, typed=code.strip()[:8]))


def field_characters_invalid(dossier: Dossier) -> Verdict:
    """The first field that holds what the registry's schema refuses."""
    found = refused_characters(dossier)
    if found:
        return confirmed(found[0])
    if not dossier.address:
        return unknown(likelihood=0.3)
    return ruled_out(evidence(Kind.NO_REFUSED_CHARACTERS))


def address_incomplete(dossier: Dossier) -> Verdict:
    if not dossier.address.strip():
        return unknown(likelihood=0.3)
    if any(p.code == "address_incomplete" for p in check_address(dossier.address)):
        return confirmed(evidence(Kind.NO_HOUSE_NUMBER))
    return ruled_out(evidence(Kind.HOUSE_NUMBER_THERE))


def region_mismatch(dossier: Dossier) -> Verdict:
    """Sure where address or postcode name another province; right where the address begins
    with the chosen one."""
    country, province = dossier.country, dossier.province
    if not country or not province.strip():
        return unknown(likelihood=0.3)
    for problem in _of_region(check_region(country, province, dossier.address)):
        if "named" not in problem.evidence:
            return confirmed(evidence(Kind.REGION_UNKNOWN, chosen=province))
        named, chosen = problem.evidence["named"], problem.evidence["chosen"]
        return confirmed(evidence(Kind.REGION_DIFFERS, named=named, chosen=chosen))
    if dossier.postcode and _of_region(
        check_postcode(country, dossier.postcode, province=province)
    ):
        postcode = dossier.postcode.strip()
        return confirmed(evidence(Kind.POSTCODE_DIFFERS, typed=postcode, chosen=province))
    chosen_one = find_province(province) if country == "CN" else None
    if chosen_one in PROVINCES.values() and dossier.address.strip().startswith(
        chosen_one.name_zh if chosen_one else "-"
    ):
        return ruled_out(evidence(Kind.REGION_FITS, chosen=province))
    return unknown(likelihood=0.3)


def refused_characters(dossier: Dossier) -> list[Evidence]:
    """One observation for every field that holds such characters."""
    return [
        evidence(
            Kind.CHARACTERS_AT,
            field=field,
            positions=marked(text, problems[0].evidence["positions"]),
        )
        for field, text, problems in _checked_characters(dossier)
        if problems
    ]


def _of_region(problems: list[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.code == "region_mismatch"]


def _checked_characters(dossier: Dossier) -> list[tuple[str, str, list[Problem]]]:
    holder = "" if dossier.holder_type == PERSON else _NAME_MARKUP
    number = check_number(dossier.document_type, dossier.number)
    refused = [p for p in number if p.code == "field_characters_invalid"]
    english = (
        ("name_en", dossier.name_en, _NAME_MARKUP),
        ("contact_name_en", dossier.contact_en, _NAME_MARKUP),
        ("address_en", dossier.address_en, ""),
    )
    return [
        ("holder_name", dossier.name, check_characters(dossier.name, markup_allowed=holder)),
        (
            "contact_name",
            dossier.contact,
            check_characters(dossier.contact, markup_allowed=_NAME_MARKUP),
        ),
        ("document_number", dossier.number.strip().upper(), refused),
        ("address", dossier.address, check_characters(dossier.address)),
        ("province", dossier.province, check_characters(dossier.province)),
        ("city", dossier.city, check_characters(dossier.city)),
        *(
            (name, text, check_characters(text, markup_allowed=markup) or check_ascii(text))
            for name, text, markup in english
        ),
    ]
