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
from verification.repairing.legibility import has_text, still_legible

PLACE = Box(0.1, 0.1, 0.9, 0.2)


NAME, NUMBER = "张三丰", "110101199003070011"
COMPANY, CODE = "深圳市腾讯计算机系统有限公司", "9144030071526726XG"


def value(text, confidence=0.98, *, doubt=None):
    """A value, with its character at `doubt` (from 0) read with doubt."""
    characters = tuple(0.6 if at == doubt else 0.99 for at in range(len(text)))
    return ReadValue(text=text, confidence=confidence, box=PLACE, characters=characters)


def lines(*texts, confidence=0.97):
    return tuple(TextLine(text=text, confidence=confidence, box=PLACE) for text in texts)


def reading(values=None, text=None, **document):
    """A resident card; its lines say what its values say, unless `text` says otherwise."""
    values = {Field.NAME: value(NAME), Field.NUMBER: value(NUMBER)} | (values or {})
    name, number = values[Field.NAME].text, values[Field.NUMBER].text
    known = {"type": "SFZ", "confidence": 0.99} | document
    return PictureReading(
        format="jpeg",
        bytes=500_000,
        width=1600,
        height=1000,
        document=DocumentReading(values=values, **known),
        lines=lines(*(text or (f"姓名 {name}", f"公民身份号码 {number}"))),
    )


def named(name, **given):
    return reading({Field.NAME: value(name, **given)})


def numbered(number, **given):
    return reading({Field.NUMBER: value(number, **given)})


def licence(name, number):
    values = {Field.NAME: value(name), Field.NUMBER: value(number)}
    return reading(values, type="YYZZ")


BEFORE = reading()


def test_the_same_reading_again_is_legible():
    assert still_legible(BEFORE, replace(BEFORE, bytes=100_000, width=1200, turned=90))


@pytest.mark.parametrize(
    "after",
    [
        named("张三"),
        named("张五丰"),
        named("李四"),
        numbered("110101199003070012"),
        numbered("1101"),
    ],
)
def test_a_sure_value_that_is_read_otherwise_is_no_longer_legible(after):
    assert not still_legible(BEFORE, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("陈末", "陈未"),
        ("周戌", "周戍"),
        ("王侍", "王待"),
        ("东方龙", "東方龍"),
        ("迪丽·热巴", "迪丽热巴"),
        ("迪丽热巴", "迪丽·热巴"),
        ("（香港）张", "(香港)张"),
        ("SMITH, JOHN", "SMITH,JOHN"),
    ],
)
def test_a_name_read_as_its_like_is_legible(before, after):
    assert still_legible(named(before), named(after))


def test_one_look_alike_in_a_long_name_is_legible():
    misread = COMPANY.replace("讯", "迅")
    assert still_legible(licence(COMPANY, CODE), licence(misread, CODE))


def test_a_character_that_was_in_doubt_before_may_be_read_otherwise():
    assert still_legible(named("谢赞东", doubt=1), named("谢赟东"))
    assert not still_legible(named("谢赞东", doubt=2), named("谢赟东"))


def test_another_number_whose_check_digit_holds_corrects_the_first_reading():
    assert still_legible(numbered("110101199003070012"), numbered(NUMBER))
    assert not still_legible(numbered(NUMBER), numbered("110101199003070012"))


def test_another_number_without_a_check_digit_is_no_longer_legible():
    before, after = (
        reading({Field.NUMBER: value(number)}, type="TWJMTX") for number in ("12345678", "12345676")
    )
    assert not still_legible(before, after)


@pytest.mark.parametrize("kept", [Field.NAME, Field.NUMBER])
def test_a_value_whose_label_is_misread_is_legible_as_long_as_it_stands_in_a_line(kept):
    values = {kept: BEFORE.document.values[kept]}
    after = replace(BEFORE, document=replace(BEFORE.document, values=values))
    assert still_legible(BEFORE, after)


def test_a_sure_value_that_is_not_found_again_is_no_longer_legible():
    lost = replace(BEFORE.document, values={Field.NAME: value(NAME)})
    gone = lines(f"姓名 {NAME}", "公民身份号码 11010119900307001")
    assert not still_legible(BEFORE, replace(BEFORE, document=lost, lines=gone))


def test_a_value_that_never_was_sure_may_be_read_otherwise():
    assert still_legible(numbered("110101199003070019", confidence=0.6), BEFORE)


def test_other_fields_are_judged_by_their_lines_only():
    dated = reading({Field.ISSUED_ON: value("2020-01-02")})
    assert still_legible(dated, BEFORE)


def test_another_type_is_no_longer_legible_where_the_type_was_sure():
    assert not still_legible(BEFORE, reading(type="HZ"))
    assert still_legible(reading(confidence=0.5), reading(type="HZ"))


def test_a_type_that_is_not_told_any_more_loses_no_text():
    assert still_legible(BEFORE, reading(type="", confidence=0.0))


def test_lines_that_break_elsewhere_are_the_same_text():
    broken = reading(text=("公民身份号码", "姓名张三丰", "110101199003070011"))
    assert still_legible(BEFORE, broken)


def test_text_that_is_largely_gone_is_no_longer_legible():
    assert not still_legible(BEFORE, reading(text=("张三丰", "110101199003070011")))


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


def test_there_is_text_where_a_value_or_a_line_was_surely_read():
    doubtful = PictureReading(
        format="jpeg", bytes=1, width=1, height=1, lines=lines("模糊", confidence=0.4)
    )
    assert has_text(BEFORE)
    assert has_text(replace(BEFORE, lines=()))
    assert has_text(replace(doubtful, lines=lines("清楚")))
    assert not has_text(doubtful)
