"""Which reasons the pre-check's findings speak for, in which order, and where they were seen."""

from dataclasses import replace

import pytest

from verification.catalogue.findings import FINDING_CODES
from verification.diagnosis.evidence import Evidence, Kind
from verification.finding_fields import field_of
from verification.precheck.finding import Finding, Place
from verification.review.reason_choices import review_reasons
from verification.review.suggestions import default_place, suggest_reasons

TWO = ["mat_1", "mat_2"]


def finding(code, *, level="block", places=()):
    field = field_of(code) or ""
    seen = tuple(Place(one) for one in places)
    return Finding(code=code, level=level, field=field, places=seen)


def suggest(*findings, pictures=TWO, holder="individual", document="SFZ"):
    return suggest_reasons(
        findings, review_reasons(), pictures, holder_type=holder, document_type=document
    )


@pytest.mark.parametrize("holder", [("individual", "SFZ"), ("organization", "YYZZ")])
@pytest.mark.parametrize(
    ("codes", "reasons"),
    [
        (["name_mismatch"], ["registrant_name_mismatch"]),
        (["number_mismatch", "name_mismatch"], ["registrant_name_mismatch", "number_mismatch"]),
        (["name_is_legal_representative"], ["registrant_name_mismatch"]),
        (["name_fullwidth_brackets"], ["registrant_name_mismatch"]),
        (["name_contains_space"], ["identity_fields_malformed"]),
        (["name_language_mismatch"], ["identity_fields_malformed"]),
        (["number_mismatch"], ["number_mismatch"]),
        (["number_checksum"], ["number_mismatch"]),
        (["number_length"], ["document_type_or_number_length"]),
        (["document_type_mismatch"], ["document_type_mismatch"]),
        (["document_expired"], ["document_expired"]),
        (["image_blurry"], ["materials_unclear"]),
        (["image_incomplete"], ["materials_incomplete"]),
        (["image_wrong_side"], ["materials_incomplete"]),
        (["image_unreadable"], ["image_unrecognisable"]),
        (["image_corrupt"], ["image_unrecognisable"]),
        (["contact_not_person"], ["contact_not_a_person"]),
    ],
)
def test_reason_fits_what_the_reviewer_sees(codes, reasons, holder):
    findings = [finding(code, places=[0]) for code in codes]
    assert list(suggest(*findings, holder=holder[0], document=holder[1])) == reasons


def test_blurred_picture_that_cannot_be_read_is_unclear():
    found = suggest(
        finding("image_unreadable", places=[0]), finding("image_blurry", level="warn", places=[0])
    )
    assert found == {"materials_unclear": [("mat_1", "")]}
    faint = replace(
        finding("image_unreadable", places=[0]), evidence=(Evidence(Kind.HARDLY_MADE_OUT),)
    )
    assert list(suggest(faint)) == ["materials_unclear"]
    other = suggest(
        finding("image_unreadable", places=[1]), finding("image_blurry", level="warn", places=[0])
    )
    assert list(other) == ["image_unrecognisable", "materials_unclear"]


@pytest.mark.parametrize(
    ("holder", "document", "reason"),
    [
        ("individual", "SFZ", "police_record_mismatch"),
        ("individual", "HZ", "registry_query_mismatch"),
        ("organization", "YYZZ", "registry_query_mismatch"),
    ],
)
def test_police_records_are_for_identity_cards_of_persons(holder, document, reason):
    found = suggest(finding("hukou_in_transfer"), holder=holder, document=document)
    assert list(found) == [reason]


@pytest.mark.parametrize("code", FINDING_CODES)
def test_no_finding_that_has_another_reason_leads_to_a_register(code):
    of_registers = {"electronic_check_failed", "police_record_mismatch", "registry_query_mismatch"}
    others = {one.code for one in review_reasons().values() if code in one.causes} - of_registers
    assert not (others and of_registers & suggest(finding(code)).keys())


def test_what_blocks_comes_first_and_what_is_only_told_is_left_out():
    found = suggest(
        finding("image_blurry", level="warn", places=[1, 1]),
        finding("number_mismatch"),
        finding("name_mismatch", level="info"),
    )
    assert list(found.items()) == [
        ("number_mismatch", [("", "document_number")]),
        ("materials_unclear", [("mat_2", "")]),
    ]


def test_finding_of_a_field_names_the_picture_that_it_is_seen_in():
    found = suggest(finding("name_mismatch", places=[1]))
    assert found == {"registrant_name_mismatch": [("mat_2", "holder_name")]}


def test_one_reason_of_two_findings_has_both_places():
    found = suggest(finding("image_blurry", places=[0]), finding("image_watermarked", places=[1]))
    assert found == {"materials_unclear": [("mat_1", ""), ("mat_2", "")]}


def test_place_in_a_picture_that_is_not_sent_is_left_out():
    found = suggest(finding("image_blurry", places=[5]))
    assert found == {"materials_unclear": [("", "")]}


def test_only_picture_is_meant_by_every_reason_about_pictures():
    known = review_reasons()
    assert suggest(finding("image_blurry"), pictures=["mat_1"]) == {
        "materials_unclear": [("mat_1", "")]
    }
    assert default_place(known["materials_unclear"], ["mat_1"]) == ("mat_1", "")
    assert default_place(known["document_expired"], ["mat_1"]) == ("mat_1", "")
    assert default_place(known["materials_unclear"], TWO) == ("", "")
    assert default_place(known["materials_unclear"], []) == ("", "")
    for other in ("number_mismatch", "materials_missing", "review_timeout"):
        assert default_place(known[other], ["mat_1"]) == ("", "")
