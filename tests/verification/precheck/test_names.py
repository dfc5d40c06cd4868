"""The typed name beside the one on the document."""

import pytest

from tests.verification.precheck.readings import (
    COMPANY,
    LEGAL,
    NAME,
    card,
    company,
    found,
    kinds,
    licence,
    passport,
    person,
    the,
    traveller,
    value,
)
from verification.precheck.wording import say_finding
from verification.reading.model import Field


def said(finding, language="en"):
    return say_finding(finding, language).evidence


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("张示例", "张示例"),
        ("黄示例", "黃示例"),
        ("北京示例(集团)公司", "北京示例（集团）公司"),
        ("买买提·吐尔逊", "买买提・吐尔逊"),
        ("厦门示例", "廈门示例"),
        ("张示例", "称张示例"),
    ],
)
def test_name_that_agrees_after_normalising_is_no_finding(typed, printed):
    dossier = person(card({Field.NAME: printed}), name=typed, name_en="", contact="张示例")
    assert "name_mismatch" not in found(dossier)


def test_other_persons_name_that_was_read_surely_blocks():
    finding = the("name_mismatch", person(card({Field.NAME: "王小明"})))
    assert (finding.level, finding.field, finding.sure) == ("block", "holder_name", True)
    assert finding.places[0].picture == 0
    assert finding.places[0].box is not None
    assert "王小明" in said(finding)


def test_homophone_is_marked_and_named():
    finding = the("name_mismatch", person(card({Field.NAME: "章示例"})))
    assert finding.blocks
    assert finding.evidence[0].params["positions"] == [
        {"position": 1, "typed": "张", "expected": "章"}
    ]
    assert "sound_alike" in kinds(finding)
    assert "张 → 章" in said(finding)
    assert "第 1 位不同" in said(finding, "zh-hans")


def test_lookalike_is_named_and_blocks():
    dossier = person(card({Field.NAME: "张析例"}), name="张折例", name_en="")
    finding = the("name_mismatch", dossier)
    assert finding.blocks
    assert "shape_alike" in kinds(finding)


def test_twins_may_be_the_readings_fault_and_are_asked_about():
    dossier = person(card({Field.NAME: "张已例"}), name="张己例", name_en="")
    finding = the("name_mismatch", dossier)
    assert (finding.level, finding.sure) == ("warn", False)
    assert "shape_alike" in kinds(finding)
    assert "please_check" in kinds(finding)


@pytest.mark.parametrize(
    ("typed", "missing"),
    [
        ("北京示例公司", "科技有限"),
        ("示例科技有限公司", "北京"),
        ("北京示例科技", "有限公司"),
    ],
)
def test_abbreviation_is_named_with_what_it_leaves_out(typed, missing):
    finding = the("name_mismatch", company(licence(), name=typed))
    assert finding.blocks
    assert [one.params["missing"] for one in finding.evidence if "missing" in one.params] == [
        missing
    ]


def test_traditional_forms_alone_never_block():
    assert found(person(card(), name="張示例"))["name_mismatch"] == "info"
    assert "name_mismatch" not in found(person(card({Field.NAME: "張示例"})))


def test_legal_representative_typed_as_holder_blocks():
    dossier = company(licence(), name=LEGAL)
    finding = the("name_is_legal_representative", dossier)
    assert finding.blocks
    assert len(finding.places) == 2
    assert "name_mismatch" not in found(dossier)
    assert COMPANY in said(finding)


def test_persons_namesake_of_a_legal_representative_is_no_finding():
    reading = card({Field.LEGAL_REPRESENTATIVE: NAME})
    assert found(person(reading)) == {}


@pytest.mark.parametrize(
    "printed",
    [value("王小明", 0.7), value("章示例", weak=(0,)), value("张示倒", 0.98, weak=(2,))],
)
def test_unsure_reading_asks_and_never_blocks(printed):
    finding = the("name_mismatch", person(card({Field.NAME: printed})))
    assert (finding.level, finding.sure) == ("warn", False)


def test_doubt_about_another_character_does_not_soften():
    assert the("name_mismatch", person(card({Field.NAME: value("章示例", weak=(2,))}))).blocks


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("张娜娜", "张娜"), ("买买提·吐尔逊", "买买提吐尔逊")],
)
def test_what_recognisers_drop_is_asked_about(typed, printed):
    dossier = person(card({Field.NAME: printed}), name=typed, name_en="", contact="张示例")
    assert found(dossier)["name_mismatch"] == "warn"


def test_second_line_that_was_not_read_does_not_block():
    dossier = company(licence({Field.NAME: "北京示例科技"}))
    assert found(dossier)["name_mismatch"] == "warn"


def test_name_of_two_readings_is_the_surest_one():
    blurred = card({Field.NAME: ("王小明", 0.4)})
    assert found(person(blurred, card())) == {}


@pytest.mark.parametrize(
    "typed", ["John Paul Smith", "SMITH JOHN PAUL", "smith, john-paul", "JohnPaul Smith"]
)
def test_latin_name_in_any_order_and_case_agrees(typed):
    assert found(traveller(passport(), name=typed, name_en=typed)) == {}


def test_other_latin_name_blocks_and_a_missing_middle_name_asks():
    other = traveller(passport(), name="Mary Jones", name_en="Mary Jones")
    assert found(other)["name_mismatch"] == "block"
    shorter = traveller(passport(), name="John Smith", name_en="John Smith")
    assert found(shorter)["name_mismatch"] == "warn"
    assert "latin_words_missing" in kinds(the("name_mismatch", shorter))


def test_chinese_name_for_a_foreign_passport_is_the_wrong_language():
    dossier = traveller(passport(), name="史密斯")
    assert found(dossier)["name_language_mismatch"] == "block"
    unsure = traveller(passport({Field.COUNTRY: None}), name="史密斯")
    assert found(unsure)["name_language_mismatch"] == "warn"
    numbered = {Field.NUMBER: "K12345678"}
    chinas = traveller(passport(numbered), name="史密斯", number="K12345678")
    assert found(chinas)["name_language_mismatch"] == "block"


def test_latin_name_for_a_document_in_chinese_is_the_wrong_language():
    chinese = passport({Field.NAME_LATIN: None, Field.NAME: "张示例", Field.COUNTRY: "CHN"})
    dossier = traveller(chinese, name="Zhang Shili")
    assert found(dossier)["name_language_mismatch"] == "block"


def test_chinese_passport_read_by_its_zone_only_is_compared_by_sound():
    own = {Field.NAME_LATIN: "ZHANG, SHILI", Field.NUMBER: "E12345678", Field.COUNTRY: "CHN"}
    chinese = {"name": "张示例", "name_en": "Zhang Shili", "number": "E12345678"}
    assert found(traveller(passport(own), **chinese)) == {}
    other = traveller(passport(own | {Field.NAME_LATIN: "WANG, XIAOMING"}), **chinese)
    assert found(other)["name_mismatch"] == "warn"


def test_english_name_differs_from_the_printed_spelling():
    permit = {Field.NAME: "陈大文", Field.NAME_LATIN: "CHAN, TAI MAN", Field.NUMBER: "H12345678"}
    typed = {"document_type": "GAJMTX", "number": "H12345678", "name": "陈大文", "country": "HK"}
    dossier = person(passport(permit, variant=""), name_en="Chen Dawen", **typed)
    assert found(dossier)["name_translation_mismatch"] == "warn"


@pytest.mark.parametrize(
    ("printed", "level"),
    [("北京示例科枝有限公司", "warn"), ("北京宗例科技有限公司", "block")],
)
def test_lookalike_that_breaks_a_word_of_company_names_is_the_readings(printed, level):
    assert found(company(licence({Field.NAME: printed})))["name_mismatch"] == level
