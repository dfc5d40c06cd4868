"""Pictures of something else than an identity document."""

from dataclasses import replace

import pytest

from tests.verification.precheck.readings import (
    NAME,
    NUMBER,
    company,
    found,
    passport,
    person,
    reading,
    traveller,
)
from verification.precheck import seen
from verification.reading.fields import traces_of
from verification.reading.fields.page import Page, page_of
from verification.reading.model import Box, Flaw, TextLine

RECEIPT = "收银小票：苹果三斤，香蕉两斤，共计二十元整，谢谢惠顾"
TEXT = "读得清楚但说不出是什么的一些文字"


def page(*texts):
    """A legible picture that shows no type."""
    places = (Box(0.2, at / 40, 0.6, (at + 0.8) / 40) for at in range(len(texts)))
    return reading("", {}, lines=tuple(map(lambda t, p: TextLine(t, 0.98, p), texts, places)))


def other_type(dossier):
    return found(dossier).get("document_type_mismatch")


@pytest.mark.parametrize("text", [RECEIPT, "学生证"])
def test_picture_of_something_else_is_another_type(text):
    dossier = person(page(text))
    assert other_type(dossier) == "block"
    assert "image_unreadable" not in found(dossier)


@pytest.mark.parametrize("code", ["image_blurry", "image_unreadable"])
def test_a_picture_too_blurred_or_dark_for_people_is_not_called_another_type(code):
    dark = replace(page(RECEIPT), flaws=(Flaw(code=code, confidence=0.93),))
    assert other_type(person(dark)) is None


@pytest.mark.parametrize(
    "trace",
    [NAME, NUMBER, "居民身份证", "张示倒", f"{NUMBER[:9]}7{NUMBER[10:]}", NUMBER.replace("X", "")],
)
def test_text_with_a_trace_of_the_document_is_not_called_another_type(trace):
    assert other_type(person(page(TEXT, trace))) is None


@pytest.mark.parametrize("other", ["张小明", "440524188001010014"])
def test_another_name_or_number_is_no_trace(other):
    assert other_type(person(page(TEXT, other))) == "block"


def test_trace_far_down_a_long_page_counts():
    assert other_type(person(page(*[TEXT] * 30, NAME))) is None


def test_name_over_two_lines_is_a_trace():
    typed = "北京示例科技有限公司"
    assert other_type(company(page(TEXT, typed[:6], typed[6:]), name=typed)) is None
    assert other_type(company(page(TEXT, typed[6:]), name=typed)) == "block"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("SURNAME SMITH GIVEN NAMES JOHN PAUL", None),
        ("SM1TH<<JOHN<PAUL<<<<<<<<<<<<<<", None),
        ("TOTAL 12.50 THANK YOU FOR SHOPPING", "block"),
    ],
)
def test_latin_name_is_a_trace_in_any_order_and_with_a_slip(text, level):
    typed = {"name": "John Paul Smith", "name_en": "John Paul Smith", "number": "123456789012345"}
    assert other_type(person(page(text), document_type="WJLSFZ", **typed)) == level


@pytest.mark.parametrize("text", [RECEIPT, "学生证"])
def test_passport_that_is_not_known_for_one_is_asked_about(text):
    assert other_type(traveller(page(text))) == "warn"
    assert other_type(traveller(page(text), document_type="QT")) is None
    assert other_type(traveller(passport())) is None


def test_view_with_a_word_or_two_in_it_is_no_legible_document():
    assert found(person(page()))["image_unreadable"] == "block"
    assert found(person(page("黄山风景区", "欢迎您")))["image_unreadable"] == "block"


def test_page_full_of_text_is_looked_through_once(monkeypatch):
    looked_through = []

    def look_through(lines, **size):
        looked_through.append(lines)
        return traces_of(lines, **size)

    monkeypatch.setattr(seen, "traces_of", look_through)
    receipt, chat = page(*[RECEIPT] * 30), page(*[TEXT] * 30)
    assert other_type(person(receipt, chat)) == "block"
    assert looked_through == [receipt.lines, chat.lines]


def test_each_text_of_a_full_page_is_measured_once(monkeypatch):
    texts = page(*[RECEIPT] * 30).lines
    whole, measured = page_of(texts, width=2000, height=1400), []
    tall = Page.tall

    def measure(self, run):
        measured.append(run)
        return tall(self, run)

    monkeypatch.setattr(Page, "tall", measure)
    assert len(whole.rows(gap=1.0)) == 30
    assert len(measured) == 30
