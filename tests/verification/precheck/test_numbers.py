"""The typed number beside the one on the document."""

import pytest

from tests.verification.precheck.readings import (
    CODE,
    NUMBER,
    card,
    company,
    found,
    kinds,
    licence,
    passport,
    person,
    reading,
    the,
    traveller,
    value,
)
from verification.precheck.wording import say_finding
from verification.reading.model import Field

OTHER = "440524188001010014"
# One digit of NUMBER wrong: its check digit doesn't hold.
SLIP = "11010519491231003X"


def test_same_number_is_no_finding():
    assert found(person(card())) == {}
    assert found(company(licence())) == {}
    assert found(person(card({Field.NUMBER: "110105 19491231 002x"}))) == {}


def test_right_number_read_surely_blocks_another_one():
    """The document's check digit holds; what was typed breaks its own, or is another's."""
    assert the("number_mismatch", person(card(), number=SLIP)).blocks
    assert the("number_mismatch", person(card(), number=OTHER)).blocks


def test_misread_number_never_blocks_a_typed_one_that_holds():
    finding = the("number_mismatch", person(card({Field.NUMBER: SLIP})))
    assert (finding.level, finding.sure) == ("warn", False)
    assert "misread_likely" in kinds(finding)


@pytest.mark.parametrize("printed", [value(OTHER, 0.6), value(OTHER, weak=tuple(range(18)))])
def test_unsure_number_asks(printed):
    assert found(person(card({Field.NUMBER: printed})))["number_mismatch"] == "warn"


def test_differing_positions_hold_single_characters():
    finding = the("number_mismatch", person(card(), number=SLIP))
    assert finding.evidence[0].params["positions"] == [
        {"position": 17, "typed": "3", "expected": "2"}
    ]
    assert "3 → 2" in say_finding(finding, "en").evidence


def test_transposed_digits_are_named():
    finding = the("number_mismatch", person(card(), number="11010519491213002X"))
    assert "exchanged_on_document" in kinds(finding)
    said = say_finding(finding, "zh-hans").evidence
    assert "第 13、14 位前后颠倒" in said


def test_confusable_characters_are_named():
    finding = the("number_mismatch", company(licence(), number=CODE.replace("0", "O", 1)))
    assert "alike_on_document" in kinds(finding)


@pytest.mark.parametrize(
    ("typed", "position"),
    [
        (NUMBER[:9] + NUMBER[10:], {"position": 9, "typed": "", "expected": "9"}),
        ("1" + NUMBER, {"position": 1, "typed": "1", "expected": ""}),
    ],
)
def test_missing_and_added_characters_are_aligned(typed, position):
    finding = the("number_mismatch", person(card(), number=typed))
    places = finding.evidence[0].params["positions"]
    assert len(places) == 1
    assert places[0]["typed"] == position["typed"]
    assert places[0]["expected"] == position["expected"]
    assert "number_length" in found(person(card(), number=typed))


def test_evidence_never_gives_the_number_away():
    finding = the("number_mismatch", person(card(), number=OTHER))
    assert kinds(finding) == ["number_far_off"]
    assert NUMBER not in str(finding.evidence)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("110108000000016", "registration_number"),
        ("20190123456", "serial"),
        (CODE[8:17], "organisation_code"),
    ],
)
def test_another_number_of_the_paper_is_the_wrong_field(typed, kind):
    paper = licence({Field.REGISTRATION_NUMBER: "110108000000016", Field.SERIAL: "20190123456"})
    dossier = company(paper, number=typed)
    finding = the("number_wrong_field", dossier)
    assert finding.blocks
    assert finding.evidence[0].params["number_kind"] == kind
    assert finding.places
    assert "number_mismatch" not in found(dossier)


def test_organisation_code_of_a_merged_licence_is_no_wrong_number():
    dossier = company(licence(), document_type="ORG", number=CODE[8:17])
    codes = found(dossier)
    assert codes["document_type_mismatch"] == "block"
    assert codes["document_type_superseded"] == "warn"
    assert "number_mismatch" not in codes
    assert "number_wrong_field" not in codes


def test_passport_is_refused_by_its_checked_zone_only():
    other = {"number": "L01X00T48"}
    assert found(traveller(passport(), **other))["number_mismatch"] == "block"
    assert found(traveller(passport(variant=""), **other))["number_mismatch"] == "warn"


@pytest.mark.parametrize(
    ("typed", "printed", "level"),
    [
        ("H12345678", "H12345678", None),
        ("H12345678", "H1234567801", None),
        ("H1234567801", "H12345678", None),
        ("H12345679", "H12345678", "block"),
    ],
)
def test_travel_permit_agrees_with_and_without_its_reissue_digits(typed, printed, level):
    shown = reading("GAJMTX", {Field.NAME: "陈大文", Field.NUMBER: printed})
    typed_as = {"name": "陈大文", "name_en": "", "document_type": "GAJMTX", "country": "HK"}
    dossier = person(shown, number=typed, **typed_as)
    assert found(dossier).get("number_mismatch") == level


def test_free_number_only_asks():
    shown = reading("JGZ", {Field.NAME: "张示例", Field.NUMBER: "军字第12号"})
    dossier = person(shown, document_type="JGZ", number="军字第13号")
    assert found(dossier)["number_mismatch"] == "warn"


def test_copy_suffix_that_was_read_along_is_no_part_of_the_number():
    assert found(company(licence({Field.NUMBER: CODE + "（1-1）"}))) == {}
