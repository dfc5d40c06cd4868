"""Files, flaws, sides, legibility."""

from dataclasses import replace

import pytest

from tests.verification.precheck.readings import (
    BACK,
    BOX,
    card,
    company,
    found,
    kinds,
    licence,
    person,
    reading,
    the,
)
from verification.diagnosis import Picture
from verification.materials_rules import get_profile
from verification.precheck.checks import find_problems
from verification.precheck.retaking import RETAKES
from verification.precheck.wording import say_finding
from verification.reading.model import Field, Flaw, Side, TextLine

FLAWS = (
    "image_not_color",
    "image_blurry",
    "image_incomplete",
    "image_obstructed",
    "image_watermarked",
    "image_low_resolution",
    "image_unreadable",
)
FRONT = Picture("identity_document", "jpeg", 300_000, 2000, 1400, "a" * 64)
WORDS = ("姓名", "民族", "清清楚楚的一行字", "再来一行字")
NOTHING = {Field.NAME: None, Field.NUMBER: None}


def flaw(code, confidence=0.95, **changes):
    return Flaw(code=code, confidence=confidence, **changes)


@pytest.mark.parametrize("code", FLAWS)
def test_flaw_blocks_where_it_is_sure_and_asks_where_it_is_not(code):
    assert found(person(card(flaws=(flaw(code),)))) == {code: "block"}
    assert found(person(card(flaws=(flaw(code, 0.6),)))) == {code: "warn"}


def test_flaws_of_one_kind_are_one_finding_with_all_their_places():
    seen = (flaw("image_obstructed", 0.5), flaw("image_obstructed", 0.95, boxes=(BOX, BOX)))
    finding = the("image_obstructed", person(card(flaws=seen)))
    assert finding.blocks
    assert [place.box for place in finding.places] == [BOX, BOX]


def test_measure_is_told_with_its_limit():
    measured = flaw("image_blurry", measure=12.3456, limit=4.5, unit="edge_px")
    finding = the("image_blurry", person(card(flaws=(measured,))))
    said = "Even the sharpest edges are 12.3 pixels wide, in a sharp picture they are below 4.5."
    assert say_finding(finding, "en").evidence == said
    assert "4.5 像素" in say_finding(finding, "zh-hans").evidence


def test_title_and_what_was_seen_are_one_text():
    blurry = the("image_blurry", person(card(flaws=(flaw("image_blurry", unit="side"),))))
    told = say_finding(blurry, "en").text
    assert told == "Picture blurred: The document or its text goes beyond the frame."
    assert say_finding(blurry, "zh-hans").text == "图片模糊：证件或文字超出画面。"


@pytest.mark.parametrize(
    ("code", "profile", "level"),
    [
        ("image_not_color", "aliyun", "warn"),
        ("image_not_color", "tencent", "block"),
        ("image_not_color", "icp", "block"),
        ("image_watermarked", "tencent", "block"),
        ("image_watermarked", "tencent-2021", "warn"),
    ],
)
def test_profile_decides_what_it_refuses(code, profile, level):
    dossier = person(card(flaws=(flaw(code),)), profile=get_profile(profile))
    assert found(dossier)[code] == level


def test_flaw_on_the_other_side_or_a_supporting_paper_is_worth_a_look():
    back = reading("SFZ", {}, side=Side.BACK, flaws=(flaw("image_blurry"),))
    dossier = person(card(), back, pictures=(FRONT, BACK))
    finding = the("image_blurry", dossier)
    assert (finding.level, finding.places[0].picture) == ("warn", 1)
    paper = replace(FRONT, kind="supporting_document")
    assert found(person(card(), back, pictures=(FRONT, paper))) == {"image_blurry": "warn"}


def test_unknown_flaw_is_passed_over():
    assert found(person(card(flaws=(flaw("image_of_the_future"),)))) == {}


@pytest.mark.parametrize(
    "code", ["image_corrupt", "image_too_large", "image_format_unsupported", "image_low_resolution"]
)
def test_file_that_could_not_be_read_is_the_finding(code):
    assert code in found(person(card(failure=code)))
    assert the("image_corrupt", person(card(failure="image_corrupt"))).blocks


@pytest.mark.parametrize(
    ("changes", "code", "level"),
    [
        ({"format": "png"}, "image_format_unsupported", "info"),
        ({"format": "svg"}, "image_format_unsupported", "block"),
        ({"bytes": 2 * 1024 * 1024}, "image_too_large", "info"),
        ({"bytes": 55 * 1024 - 1}, "image_too_small", "block"),
        ({"width": 250, "height": 150}, "image_low_resolution", "block"),
        ({"extension": "png"}, "image_extension_mismatch", "info"),
        ({"extension": "JPG"}, None, None),
    ],
)
def test_file_is_judged_by_the_profile_and_converted_where_we_can(changes, code, level):
    dossier = person(pictures=(replace(FRONT, **changes),), profile=get_profile("aliyun"))
    assert found(dossier) == ({code: level} if code else {})


def test_each_picture_has_its_own_finding():
    small = replace(FRONT, bytes=1000)
    problems = find_problems(person(pictures=(small, FRONT, small)))
    assert [(one.code, one.picture) for one in problems] == [
        ("image_too_small", 0),
        ("image_too_small", 2),
    ]


def test_missing_picture_blocks():
    assert found(person(pictures=())) == {"material_missing": "block"}


def test_side_without_the_portrait_alone_is_the_wrong_one():
    back = reading("SFZ", {Field.ISSUED_ON: "2010-01-01"}, side=Side.BACK)
    assert found(person(back)) == {"image_wrong_side": "block"}
    unsure = reading("SFZ", {}, side=Side.BACK, confidence=0.7)
    assert found(person(unsure)) == {"image_wrong_side": "warn"}


@pytest.mark.parametrize("other", [card(), card(side=Side.BOTH), None])
def test_other_side_beside_the_portrait_or_an_unread_picture_is_no_finding(other):
    back = reading("SFZ", {}, side=Side.BACK)
    assert found(person(back, other)) == {}


def test_picture_without_text_is_unreadable():
    blank = reading("", {}, lines=())
    finding = the("image_unreadable", person(blank))
    assert finding.blocks
    assert "hardly_any_text" in kinds(finding)


def test_illegible_text_blocks_and_legible_text_without_fields_asks():
    illegible = tuple(TextLine("模糊不清的一行字", 0.4, BOX) for _ in range(4))
    assert found(person(reading("", {}, lines=illegible)))["image_unreadable"] == "block"
    legible = tuple(TextLine(word, 0.97, BOX) for word in WORDS)
    assert found(person(reading("", {}, lines=legible)))["image_unreadable"] == "warn"
    assert found(person(card(NOTHING)))["image_unreadable"] == "warn"


def test_one_key_field_that_was_not_read_is_asked_about():
    finding = the("image_unreadable", person(card({Field.NUMBER: None})))
    assert finding.level == "warn"
    assert "the document number" in say_finding(finding, "en").evidence
    assert "the name" not in say_finding(finding, "en").evidence


def test_document_of_a_type_that_nobody_reads_says_nothing():
    blank = reading("", {}, lines=())
    typed = {"document_type": "JGZ", "number": "军字第12号"}
    assert found(person(blank, **typed)) == {}


def test_picture_that_is_not_read_yet_says_nothing():
    assert found(person(None)) == {}
    assert found(company(None, None)) == {}
    assert found(person()) == {}


def test_what_we_cannot_mend_says_how_to_take_it_again():
    finding = the("image_blurry", person(card(flaws=(flaw("image_blurry"),))))
    retake = say_finding(finding, "zh-hans").retake
    assert retake is RETAKES["image_blurry"]
    assert retake.text.en
    assert retake.picture.file == "picture-clear.svg"
    assert say_finding(the("number_mismatch", company(licence(), number="1")), "en").retake is None


@pytest.mark.parametrize("code", sorted(RETAKES))
def test_retaking_is_worded_in_both_languages_with_a_sample(code):
    retake = RETAKES[code]
    assert retake.text.zh
    assert retake.text.en
    assert retake.picture.alt.zh


def test_sides_uploaded_the_wrong_way_round_are_told_by_what_they_show():
    front = card(flaws=(flaw("image_blurry"),))
    dossier = person(reading("SFZ", {}, side=Side.BACK), front, pictures=(FRONT, BACK))
    assert found(dossier) == {"image_blurry": "block"}
