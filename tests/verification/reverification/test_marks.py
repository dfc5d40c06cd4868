"""Which field a cause is about."""

import pytest

from verification.catalogue.findings import FINDING_CODES
from verification.fix_places import field_of
from verification.reverification.marks import marks_by_field


def reason(*causes: tuple[str, str]) -> dict:
    rows = [
        {"code": c, "verdict": v, "title": c, "field": field_of(c), "evidence": c}
        for c, v in causes
    ]
    return {"code": "r", "causes": rows}


@pytest.mark.parametrize(
    ("code", "field"),
    [
        ("name_mismatch", "holder_name"),
        ("number_checksum", "document_number"),
        ("document_type_superseded", "document_type"),
        ("document_expired", "materials"),
        ("image_blurry", "materials"),
        ("material_missing", "materials"),
        ("contact_not_person", "contact_name"),
        ("special_profession", "document_type"),
        ("hukou_in_transfer", "materials"),
        ("country_code_invalid", "phone_country_code"),
        ("subject_restricted", None),
    ],
)
def test_field_of_a_finding(code, field):
    assert code in FINDING_CODES
    assert field_of(code) == field


def test_same_cause_of_two_reasons_is_shown_once():
    found = marks_by_field(
        [reason(("number_length", "unknown")), reason(("number_length", "unknown"))]
    )
    assert [c["code"] for c in found["document_number"]] == ["number_length"]


def test_confirmed_causes_hide_what_is_only_possible():
    found = marks_by_field([reason(("number_length", "unknown"), ("number_checksum", "confirmed"))])
    assert [c["code"] for c in found["document_number"]] == ["number_checksum"]


def test_causes_that_are_ruled_out_are_not_marked():
    assert marks_by_field([reason(("number_length", "ruled_out"))]) == {}


def test_what_only_the_user_knows_is_marked_only_when_it_is_sure():
    assert marks_by_field([reason(("special_profession", "unknown"))]) == {}
    found = marks_by_field([reason(("special_profession", "confirmed"))])
    assert [c["code"] for c in found["document_type"]] == ["special_profession"]
