from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verification.reading.model import (
    Box,
    DocumentReading,
    Field,
    PictureReading,
    ReadValue,
    TextLine,
)
from verification.repairing.legibility import still_legible

PLACE = Box(0.1, 0.1, 0.9, 0.2)


def value(text, confidence=0.98):
    return ReadValue(text=text, confidence=confidence, box=PLACE)


def lines(*texts, confidence=0.97):
    return tuple(TextLine(text=text, confidence=confidence, box=PLACE) for text in texts)


def reading(values=None, text=("姓名 张三丰", "公民身份号码 11010119900307001X"), **document):
    values = {Field.NAME: value("张三丰"), Field.NUMBER: value("11010119900307001X")} | (
        values or {}
    )
    known = {"type": "SFZ", "confidence": 0.99} | document
    return PictureReading(
        format="jpeg",
        bytes=500_000,
        width=1600,
        height=1000,
        document=DocumentReading(values=values, **known),
        lines=lines(*text),
    )


BEFORE = reading()


def test_the_same_reading_again_is_legible():
    assert still_legible(BEFORE, replace(BEFORE, bytes=100_000, width=1200, turned=90))


@pytest.mark.parametrize(
    "values",
    [
        {Field.NUMBER: value("11010119900307001×")},
        {Field.NUMBER: value("110101199003070011")},
        {Field.NAME: value("张三")},
    ],
)
def test_a_sure_value_that_is_read_otherwise_is_no_longer_legible(values):
    assert not still_legible(BEFORE, reading(values))


def test_a_sure_value_that_is_not_found_again_is_no_longer_legible():
    lost = replace(BEFORE.document, values={Field.NAME: value("张三丰")})
    assert not still_legible(BEFORE, replace(BEFORE, document=lost))


def test_a_value_that_never_was_sure_may_be_read_otherwise():
    unsure = reading({Field.NUMBER: value("11010119900307001K", confidence=0.6)})
    assert still_legible(unsure, BEFORE)


def test_other_fields_are_judged_by_their_lines_only():
    dated = reading({Field.ISSUED_ON: value("2020-01-02")})
    assert still_legible(dated, BEFORE)


def test_another_type_is_no_longer_legible_where_the_type_was_sure():
    assert not still_legible(BEFORE, reading(type="HZ"))
    assert not still_legible(BEFORE, reading(type="", confidence=0.0))
    assert still_legible(reading(confidence=0.5), reading(type="", confidence=0.0))


def test_lines_that_break_elsewhere_are_the_same_text():
    broken = reading(text=("公民身份号码", "姓名张三丰", "11010119900307001X"))
    assert still_legible(BEFORE, broken)


def test_text_that_is_largely_gone_is_no_longer_legible():
    assert not still_legible(BEFORE, reading(text=("张三丰", "11010119900307001X")))


def test_text_that_was_hardly_read_need_not_be_read_again():
    before = replace(BEFORE, lines=(*BEFORE.lines, *lines("一二三四五六七八九十", confidence=0.5)))
    assert still_legible(before, BEFORE)


def test_a_picture_that_cannot_be_opened_any_more_is_not_legible():
    assert not still_legible(BEFORE, replace(BEFORE, failure="image_corrupt"))


def test_a_picture_without_text_loses_nothing():
    empty = PictureReading(format="jpeg", bytes=1, width=1, height=1)
    assert still_legible(empty, empty)
    assert not still_legible(BEFORE, empty)


@given(st.lists(st.text(min_size=1, max_size=30), max_size=8), st.randoms())
def test_the_same_lines_in_any_order_are_legible(texts, random):
    before = replace(BEFORE, lines=lines(*texts))
    shuffled = list(before.lines)
    random.shuffle(shuffled)
    assert still_legible(before, replace(before, lines=tuple(shuffled)))
