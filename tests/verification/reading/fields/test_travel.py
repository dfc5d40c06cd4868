"""Passports, permits and the permanent residents' card, laid out by hand."""

import pytest

from verification.reading.fields import read_document
from verification.reading.model import SURE, Field

from .numbers import PERMANENT
from .pages import HEIGHT, WIDTH, at

# The specimen of ICAO 9303-4, appendix B.
FIRST = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
SECOND = "L898902C36UTO7408122F1204159ZE184226B<<<<<10"


def read(*lines):
    return read_document(lines, width=WIDTH, height=HEIGHT)


def zone(first=FIRST, second=SECOND, **how):
    return read(at(40, 560, first, size=30, **how), at(40, 610, second, size=30, **how))


def test_a_passport_is_known_by_its_zone():
    reading = zone()
    texts = {field: value.text for field, value in reading.values.items()}

    assert (reading.type, reading.variant) == ("HZ", "mrz")
    assert texts == {
        Field.NAME_LATIN: "ERIKSSON, ANNA MARIA",
        Field.NUMBER: "L898902C3",
        Field.BORN_ON: "1974-08-12",
        Field.EXPIRES_ON: "2012-04-15",
        Field.SEX: "F",
        Field.COUNTRY: "UTO",
    }
    assert reading.values[Field.NUMBER].confidence >= SURE


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (FIRST, SECOND.replace("L898902C3", "L8989O2C3")),
        (FIRST, SECOND.replace("7408122", "74O8I22")),
        (FIRST[:-6], SECOND),
        (FIRST + "<<", SECOND.replace("<<<<<", "<<<<")),
        (FIRST.replace("<<", "《", 1), SECOND),
        ("P<UT0" + FIRST[5:], SECOND),
        (FIRST.replace("I", "|"), SECOND),
    ],
    ids=[
        "letter in number",
        "letters in date",
        "short",
        "long",
        "bracket",
        "digit in country",
        "strokes",
    ],
)
def test_what_a_recogniser_does_to_a_zone_is_undone(first, second):
    values = zone(first, second).values

    assert values[Field.NUMBER].text == "L898902C3"
    assert values[Field.NAME_LATIN].text == "ERIKSSON, ANNA MARIA"
    assert values[Field.BORN_ON].text == "1974-08-12"


def labelled(surname, given, first=FIRST):
    return read(
        at(300, 100, "Surname / Nom", size=18),
        at(300, 130, surname),
        at(300, 180, "Given names / Prenoms", size=18),
        at(300, 210, given),
        at(40, 560, first, size=30),
        at(40, 610, SECOND, size=30),
    ).values[Field.NAME_LATIN]


@pytest.mark.parametrize("first", [FIRST, FIRST.replace("I", ""), FIRST.replace("I", "", 1)])
def test_names_under_their_labels_bear_the_zone_out_also_where_it_lost_a_stroke(first):
    name = labelled("ERIKSSON", "ANNA MARIA", first)

    assert (name.text, name.confidence >= SURE) == ("ERIKSSON, ANNA MARIA", True)


def test_names_under_their_labels_and_other_ones_in_the_zone_are_not_sure():
    name = labelled("ERIKSEN", "ANNA MARIA")

    assert (name.text, name.confidence >= SURE) == ("ERIKSEN, ANNA MARIA", False)


def test_a_space_lost_between_given_names_is_the_zone_s_and_a_hyphen_the_print_s():
    assert labelled("ERIKSSON", "ANNAMARIA").text == "ERIKSSON, ANNA MARIA"
    assert labelled("ERIKSSON", "ANNA-MARIA").text == "ERIKSSON, ANNA-MARIA"


def test_a_zone_whose_number_does_not_check_is_not_sure_of_it():
    wrong = SECOND.replace("L898902C3", "L898902C4")

    assert zone(FIRST, wrong).values[Field.NUMBER].confidence < SURE


@pytest.mark.parametrize(
    ("issuer", "nationality", "sure"),
    [("UTO", "UTO", True), ("UTO", "UTQ", False), ("UTQ", "UTO", False), ("D<<", "D<<", True)],
)
def test_a_country_that_no_check_digit_covers_is_sure_where_both_lines_say_it(
    issuer, nationality, sure
):
    values = zone(FIRST.replace("UTO", issuer), SECOND.replace("UTO", nationality)).values

    assert (values[Field.COUNTRY].confidence >= SURE) is sure
    assert values[Field.NUMBER].confidence >= SURE


def test_a_zone_that_proves_nothing_is_no_passport():
    assert zone(FIRST, "9" * 44).type == ""


def permit(title, number):
    return read(
        at(300, 40, title, size=40),
        at(400, 150, "姓名 Name", size=18),
        at(400, 180, "陈大文"),
        at(400, 215, "CHAN, TAI MAN", size=20),
        at(400, 260, "出生日期 Date of Birth", size=18),
        at(400, 290, "1990.01.15"),
        at(400, 340, "性别 Sex", size=18),
        at(400, 370, "男"),
        at(400, 420, "有效期限 Valid Period", size=18),
        at(400, 450, "2018.05.01-2028.04.30"),
        at(400, 500, "证件号码 No.", size=18),
        at(400, 530, number),
    )


@pytest.mark.parametrize(
    ("title", "number", "code"),
    [
        ("港澳居民来往内地通行证", "H12345678", "GAJMTX"),
        ("台湾居民来往大陆通行证", "12345678", "TWJMTX"),
        ("中华人民共和国外国人永久居留身份证", PERMANENT, "WJLSFZ"),
        ("外国人永久居留身份证", "CAN110081080310", "WJLSFZ"),
        ("护照 PASSPORT", "E12345678", "HZ"),
    ],
)
def test_values_under_their_labels_are_read(title, number, code):
    reading = permit(title, number)
    texts = {field: value.text for field, value in reading.values.items()}

    assert reading.type == code
    assert texts[Field.NAME] == "陈大文"
    assert texts[Field.NAME_LATIN] == "CHAN, TAI MAN"
    assert texts[Field.NUMBER] == number
    assert texts[Field.BORN_ON] == "1990-01-15"
    assert texts[Field.EXPIRES_ON] == "2028-04-30"
    assert texts[Field.SEX] == "M"


def test_permits_for_going_the_other_way_are_none_of_ours():
    assert permit("往来港澳通行证", "C12345678").type == ""
