"""What lies over a document is found where it hides a name or number, and only there."""

from dataclasses import replace

import pytest

from tests.verification.reading.quality.drawn import CARD, NUMBER, Card
from verification.reading.model import SURE, Field
from verification.reading.quality.obstruction import find_obstruction

PAPER, WHITE, BLACK, SKIN = (205, 215, 220), (255, 255, 255), (5, 5, 5), (215, 170, 140)
COVERS = pytest.mark.parametrize("colour", [PAPER, WHITE, BLACK, SKIN, (250, 220, 60)])


def test_whole_card_has_nothing_over_it():
    assert find_obstruction(Card().seen()) is None


@COVERS
def test_covered_name_is_sure_whatever_covers_it(colour):
    card = Card()
    card.cover((285, 145, 370, 185), colour)
    card.unread("杨雪", Field.NAME)
    flaw = find_obstruction(card.seen())
    assert flaw is not None
    assert flaw.confidence >= SURE
    assert Field.NAME in flaw.fields


@COVERS
def test_number_interrupted_by_a_cover_is_sure(colour):
    card = Card()
    card.cover((485, 465, 650, 505), colour)
    pieces = {"370202": (380, 470, 480, 500), "4066": (655, 470, 740, 500)}
    card.unread(NUMBER, Field.NUMBER, instead=pieces)
    flaw = find_obstruction(card.seen())
    assert flaw is not None
    assert flaw.confidence >= SURE
    assert flaw.fields == (Field.NUMBER,)
    assert any(0.45 < box.left < 0.52 for box in flaw.boxes)


def test_name_covered_with_its_label_is_sure():
    card = Card()
    card.cover((150, 140, 420, 190), SKIN)
    card.unread("杨雪", Field.NAME)
    del card.lines["姓名"]
    flaw = find_obstruction(card.seen())
    assert flaw is not None
    assert flaw.confidence >= SURE


def test_name_that_is_there_but_was_not_read_is_not_covered():
    card = Card()
    card.unread("杨雪", Field.NAME)
    assert find_obstruction(card.seen()) is None


def test_value_beyond_the_frame_is_not_covered():
    card = Card()
    card.unread(NUMBER, Field.NUMBER)
    del card.lines["公民身份号码"]
    assert find_obstruction(card.seen(frame=(0, 0, 1000, 440))) is None


def test_picture_without_text_has_no_obstruction():
    card = Card(lines={})
    assert find_obstruction(card.seen()) is None


def test_back_of_a_card_needs_no_name():
    card = Card(lines={key: CARD[key] for key in ("性别女", "住址山东省青岛市市南区")}, values={})
    assert find_obstruction(card.seen()) is None


@pytest.mark.parametrize(("country", "names_in_latin"), [("KOR", True), ("CHN", False)])
def test_passport_without_a_chinese_name_hides_none(country, names_in_latin):
    card = Card()
    card.cover((285, 145, 370, 185), SKIN)
    card.unread("杨雪", Field.NAME)
    latin = {Field.NAME_LATIN: "YANG, XUE", Field.COUNTRY: country, Field.NUMBER: NUMBER}
    card.values = latin
    seen = card.seen()
    document = replace(seen.document, type="HZ", variant="mrz")
    flaw = find_obstruction(replace(seen, document=document))
    assert (flaw is None or Field.NAME not in flaw.fields) == names_in_latin


def test_face_taken_for_a_character_and_the_edge_of_a_shadow_cover_nothing():
    card = Card()
    card.cover((640, 200, 800, 420), SKIN)
    card.lines["Y"] = (600, 190, 810, 430)
    card.cover((480, 320, 640, 345), (150, 155, 160))
    assert find_obstruction(card.seen()) is None
