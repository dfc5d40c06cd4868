"""Names and numbers side by side: what differs, and how it came to differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates_app.rules.comparing import (
    LatinFit,
    align,
    are_homophones,
    are_lookalikes,
    are_twins,
    compare_latin,
    fold_name,
    latin_words,
    stands_in,
)
from templates_app.rules.comparing.alignment import exchanged
from templates_app.rules.comparing.lookalikes import LOOKALIKES, TWINS

TEXTS = st.text("张章李王己已巳未末黃黄·・（）()ABc 有限公司1023", max_size=20)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("北京示例（集团）公司", "北京示例(集团)公司"),
        ("阿卜杜拉・买买提", "阿卜杜拉·买买提"),
        ("张 示例", "张示例"),
        ("張示例", "张示例"),
        ("黃厦", "黄廈"),
        ("示例ＡＢＣ公司", "示例abc公司"),
        ("髙示例", "高示例"),
    ],
)
def test_ways_of_writing_one_name_fold_to_one(one, other):
    assert fold_name(one).text == fold_name(other).text


@pytest.mark.parametrize(
    ("one", "other"), [("李昇", "李升"), ("李乾", "李干"), ("张三", "张三丰"), ("己", "已")]
)
def test_different_names_stay_different(one, other):
    assert fold_name(one).text != fold_name(other).text


@given(st.text(max_size=300))
def test_every_folded_character_knows_its_place(text):
    folded = fold_name(text)
    assert len(folded.text) == len(folded.places) == len(folded.plain)
    assert list(folded.places) == sorted(folded.places)
    assert all(1 <= place <= len(text) for place in folded.places)


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text):
    once = fold_name(text).text
    assert fold_name(once).text == once


@given(TEXTS, TEXTS)
def test_differences_turn_one_text_into_the_other(typed, expected):
    found = align(typed, expected)
    characters = list(typed)
    for one in reversed(found):
        characters[one.at : one.at + bool(one.typed)] = [one.expected]
    assert "".join(characters) == expected
    assert bool(found) is (typed != expected)


@given(TEXTS, TEXTS)
def test_differing_is_symmetric(typed, expected):
    assert len(align(typed, expected)) == len(align(expected, typed))


def test_missing_and_exchanged_characters_are_told():
    missing = align("北京示例公司", "北京示例有限公司")
    assert [(one.at, one.typed, one.expected) for one in missing] == [(4, "", "有"), (4, "", "限")]
    assert exchanged(align("1324", "1234")) == [(1, 2)]
    assert exchanged(align("1234", "1534")) == []


@pytest.mark.parametrize(("one", "other"), [("张", "章"), ("仇", "裘"), ("示", "是"), ("重", "虫")])
def test_same_sound_whatever_the_tone(one, other):
    assert are_homophones(one, other)
    assert are_homophones(other, one)


@pytest.mark.parametrize(("one", "other"), [("张", "李"), ("张", "张"), ("A", "A"), ("张", "")])
def test_other_sounds_are_no_homophones(one, other):
    assert not are_homophones(one, other)


@pytest.mark.parametrize(
    "pair", ["己已", "已巳", "未末", "土士", "日曰", "戌戍", "戍戊", "0O", "一—"]
)
def test_twins_are_lookalikes_both_ways(pair):
    one, other = pair
    assert are_twins(one, other)
    assert are_twins(other, one)
    assert are_lookalikes(one, other)


@pytest.mark.parametrize("pair", ["析折", "拨拔", "侍待", "辩辨", "晖辉", "琪棋", "宇字"])
def test_lookalikes_that_a_sharp_picture_tells_apart(pair):
    one, other = pair
    assert are_lookalikes(one, other)
    assert not are_twins(one, other)


def test_table_is_symmetric_without_a_character_beside_itself():
    assert all((other, one) in LOOKALIKES and one != other for one, other in LOOKALIKES)
    assert TWINS < LOOKALIKES
    assert len(LOOKALIKES) // 2 >= 200
    assert not are_lookalikes("张", "李")


@pytest.mark.parametrize(
    ("typed", "printed", "fit"),
    [
        ("Zhang San", "ZHANG, SAN", LatinFit.SAME),
        ("San Zhang", "ZHANG, SAN", LatinFit.SAME),
        ("zhangsan", "ZHANG, SAN", LatinFit.SAME),
        ("Wang Xiao-Ming", "WANG, XIAOMING", LatinFit.SAME),
        ("Hans Müller", "MUELLER, HANS", LatinFit.SAME),
        ("Hans Müller", "MULLER, HANS", LatinFit.SAME),
        ("Pat O'Brien", "OBRIEN, PAT", LatinFit.SAME),
        ("José Muñoz", "MUNOZ, JOSE", LatinFit.SAME),
        ("Peter Strauß", "STRAUSS, PETER", LatinFit.SAME),
        ("John Smith", "SMITH, JOHN PAUL", LatinFit.SHORTER),
        ("John Smyth", "SMITH, JOHN", LatinFit.DIFFERENT),
        ("", "SMITH, JOHN", LatinFit.DIFFERENT),
    ],
)
def test_latin_name_fits_the_printed_one(typed, printed, fit):
    assert compare_latin(typed, printed) is fit


@given(st.text(max_size=60), st.text(max_size=60))
def test_latin_names_are_compared_whatever_they_are(typed, printed):
    assert compare_latin(typed, printed) in LatinFit
    assert (compare_latin(typed, printed) is LatinFit.SAME) is (
        compare_latin(printed, typed) is LatinFit.SAME
    )


@pytest.mark.parametrize(
    ("words", "text", "there"),
    [
        ("张示例", "姓名张示例性别男", True),
        ("张示例", "姓名张示倒性别男", True),
        ("张示例", "姓名张例性别男", True),
        ("张示例", "张先生与示范", False),
        ("张三", "姓名张王", False),
        ("张三", "姓名张三", True),
        ("", "任何文字", False),
        ("张示例", "", False),
        ("91110108MA001234XF", "代码9111O108MA00I234XF", True),
        ("91110108MA001234XF", "91110108MA0099999F", False),
    ],
)
def test_words_stand_in_a_text_but_for_a_slip(words, text, there):
    assert stands_in(words, text) is there


@given(st.text("张李示例123", min_size=1, max_size=12), TEXTS, TEXTS)
def test_words_stand_in_every_text_around_them(words, before, after):
    assert stands_in(words, before + words + after)


def test_latin_words_are_the_names_without_marks():
    assert latin_words("Müller-Núñez, Zoë O'Brien") == ("MULLER", "NUNEZ", "ZOE", "OBRIEN")
    assert latin_words(" ") == ()
