"""One cause is told once; sure readings speak, blank places and unrelated pictures refuse."""

import pytest

from tests.verification.precheck.readings import (
    BACK,
    BOX,
    NAME,
    NUMBER,
    card,
    company,
    found,
    licence,
    person,
    reading,
    the,
)
from verification.diagnosis import Picture
from verification.diagnosis.evidence import Kind
from verification.reading.model import Box, Field, Flaw, ReadValue, TextLine

FRONT = Picture("identity_document", "jpeg", 300_000, 2000, 1400, "a" * 64)


def lines(*texts):
    return tuple(TextLine(text, 0.98, Box(0.2, y, 0.3, y + 0.05)) for y, text in texts)


def read_at(text, confidence):
    return ReadValue(text, 0.98, BOX, (confidence,) * len(text))


@pytest.mark.parametrize(("confidence", "level"), [(0.999, "block"), (0.99, "warn")])
def test_twin_that_was_read_very_surely_blocks_and_else_asks(confidence, level):
    dossier = person(card({Field.NAME: read_at("王未央", confidence)}), name="王末央", name_en="")
    assert found(dossier)["name_mismatch"] == level


def test_variant_that_recognisers_hardly_know_never_blocks():
    dossier = person(card({Field.NAME: read_at("张明", 1.0)}), name="张眀", name_en="")
    assert found(dossier)["name_mismatch"] == "warn"


def test_number_that_its_check_digit_proves_speaks_even_with_one_doubtful_character():
    doubtful = ReadValue(NUMBER, 0.97, BOX, (1.0,) * 10 + (0.6,) + (1.0,) * 7)
    typed = NUMBER[:10] + "2" + NUMBER[11:]
    codes = found(person(card({Field.NUMBER: doubtful}), number=typed))
    assert codes["number_mismatch"] == codes["number_checksum"] == "block"


@pytest.mark.parametrize(("confidence", "guessed"), [(0.99, False), (0.6, True)])
def test_check_digit_guesses_no_slip_beside_a_picture_that_surely_shows_it(confidence, guessed):
    shown = ReadValue(NUMBER, confidence, BOX, (confidence,) * len(NUMBER))
    typed = NUMBER[:16] + "3" + NUMBER[17:]
    dossier = person(card({Field.NUMBER: shown}), number=typed)
    said = [one.kind for one in the("number_checksum", dossier).evidence]
    assert said == [Kind.CHECK_FAILS, *([Kind.EXCHANGED] if guessed else [])]
    assert the("number_mismatch", dossier).sure is not guessed


def test_registration_number_for_a_printed_credit_code_is_the_wrong_field_and_no_more():
    codes = found(company(licence({Field.NUMBER: "91110108MA0012349W"}), number="110105503491439"))
    assert "number_wrong_field" in codes
    assert "number_mismatch" not in codes


def test_legal_representative_is_not_also_a_mismatch():
    codes = found(company(licence(), name="李代表", contact="李代表"))
    assert codes["name_is_legal_representative"] == "block"
    assert "name_mismatch" not in codes


def test_nothing_beside_the_name_label_of_a_known_card_refuses():
    shown = lines((0.1, "姓名"), (0.3, "性别男"), (0.5, f"公民身份号码{NUMBER}"))
    finding = the("image_unreadable", person(card({Field.NAME: None}, lines=shown)))
    assert finding.blocks


def test_name_that_stands_by_its_label_but_is_not_understood_is_asked_about():
    shown = lines((0.1, "姓名###"), (0.3, "性别男"), (0.5, f"公民身份号码{NUMBER}"))
    finding = the("image_unreadable", person(card({Field.NAME: None}, lines=shown)))
    assert not finding.blocks


def test_value_covered_with_its_label_among_all_others_refuses():
    shown = lines((0.2, "性别男"), (0.3, "出生"), (0.4, "住址"), (0.5, f"公民身份号码{NUMBER}"))
    assert the("image_unreadable", person(card({Field.NAME: None}, lines=shown))).blocks


@pytest.mark.parametrize(
    ("confidence", "levels"),
    [
        (0.7, {"image_obstructed": "warn", "image_unreadable": "block"}),
        (0.95, {"image_obstructed": "block"}),
    ],
)
def test_cause_of_an_unreadable_name_is_told_alone_where_it_is_as_sure(confidence, levels):
    shown = lines((0.1, "姓名"), (0.3, "性别男"), (0.5, f"公民身份号码{NUMBER}"))
    covered = Flaw(code="image_obstructed", confidence=confidence)
    dossier = person(card({Field.NAME: None}, lines=shown, flaws=(covered,)))
    assert found(dossier) == levels


def test_supposed_cause_of_what_may_be_unreadable_is_the_one_question():
    covered = Flaw(code="image_obstructed", confidence=0.7)
    dossier = person(card({Field.NAME: None}, flaws=(covered,)))
    assert found(dossier) == {"image_obstructed": "warn"}


def test_cause_in_one_picture_does_not_explain_another():
    blurred = reading("", {}, lines=(), flaws=(Flaw(code="image_blurry", confidence=0.95),))
    pictures = (FRONT, BACK)
    codes = found(person(reading("", {}, lines=()), blurred, pictures=pictures))
    assert codes["image_unreadable"] == "block"


def test_type_that_only_the_number_betrays_explains_no_unreadable_picture():
    codes = found(person(reading("", {}, lines=()), number="810000199408230021"))
    assert codes["document_type_mismatch"] == codes["image_unreadable"] == "block"


def test_right_number_under_the_wrong_type_is_the_types_fault_alone():
    shown = reading("HZ", {Field.NUMBER: "E12345678", Field.NAME: NAME}, variant="mrz")
    codes = found(person(shown, number="E12345678"))
    assert codes["document_type_mismatch"] == "block"
    assert not {"number_length", "number_checksum", "number_mismatch"} & codes.keys()
