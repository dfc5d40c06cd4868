"""Typed and read, row by row; and what a hidden number tells: never itself."""

import datetime as dt
from dataclasses import replace

import pytest
from django.utils import translation
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from verification.diagnosis import Dossier, Picture
from verification.materials_rules import get_profile
from verification.precheck.checks import find_problems
from verification.reading.model import (
    Box,
    DocumentReading,
    Field,
    PictureReading,
    ReadValue,
    Side,
)
from verification.review.comparison import Difference, Mark, compare_rows

NUMBER = "11010519491231002X"
BOX = Box(0.1, 0.2, 0.5, 0.3)
FRONT = Picture(kind="identity_document", format="jpeg", bytes=60_000, width=1000, height=700)


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def reading(kind="SFZ", confidence=0.99, **values):
    found = {Field(name): ReadValue(text, confidence, BOX) for name, text in values.items()}
    document = DocumentReading(type=kind, confidence=0.99, side=Side.FRONT, values=found)
    return PictureReading(format="jpeg", bytes=60_000, width=1000, height=700, document=document)


def dossier(*readings, **fields):
    values = {
        "holder_type": "individual",
        "name": "张示例",
        "document_type": "SFZ",
        "number": NUMBER,
        "contact": "张示例",
        "profile": get_profile("tencent"),
        "submitted_on": dt.date(2026, 7, 1),
        "today": dt.date(2026, 7, 1),
        "pictures": (FRONT,) * max(1, len(readings)),
        "readings": readings or (None,),
    }
    return Dossier(**(values | fields))


def rows_of(case, *, hidden=True):
    found = compare_rows(case, find_problems(case), "en", hidden=hidden)
    return {row.key: row for row in found}


def text(parts):
    return "".join(part.text for part in parts)


def differing(parts):
    return "".join(part.text for part in parts if part.differs)


def test_same_name_agrees_and_leads_to_its_place():
    row = rows_of(dossier(reading(name="张示例")))["holder"]
    assert (row.mark, row.tone, row.place.picture, row.place.box) == (Mark.SAME, "ok", 0, BOX)


@pytest.mark.parametrize(
    ("typed", "read", "note"),
    [
        ("王範例", "王范例", "範 = 范"),
        ("ＡＢＣ示例", "ABC示例", None),
        ("阿凡·提", "阿凡•提", None),
    ],
)
def test_another_form_of_the_same_name_agrees_with_a_note(typed, read, note):
    row = rows_of(dossier(reading(name=read), name=typed))["holder"]
    assert (row.mark, row.tone) == (Mark.FORM, "ok")
    assert row.differences == ()
    assert note is None or note in row.notes


def test_a_differing_character_is_marked_and_said_and_its_form_is_not():
    row = rows_of(dossier(reading(name="黄示列"), name="黃示例"))["holder"]
    assert (differing(row.typed), differing(row.read)) == ("例", "列")
    assert row.differences == (Difference(3, "例", "列"),)
    assert row.said == "position 3: typed 例, read 列"


def test_a_position_is_that_of_what_was_typed_spaces_included():
    row = rows_of(dossier(reading(name="张示列"), name="张 示 例"))["holder"]
    assert row.differences == (Difference(5, "例", "列"),)


@pytest.mark.parametrize(
    ("typed", "read", "said"),
    [
        ("张示", "张示例", "position 3: missing, read 例"),
        ("张好示例", "张示例", "position 2: typed 好, not in the picture"),
    ],
)
def test_a_missing_character_is_said_on_either_side(typed, read, said):
    assert rows_of(dossier(reading(name=read), name=typed))["holder"].said == said


def test_a_hidden_number_shows_what_differs_and_nothing_else():
    read = NUMBER[:6] + "O" + NUMBER[7:]
    row = rows_of(dossier(reading(number=read)))["number"]
    assert (row.mark, row.tone) == (Mark.DIFFERS, "warn")
    assert text(row.typed) == "••••••1" + "•" * 11
    assert text(row.read) == "••••••O" + "•" * 11
    assert row.said == "position 7: typed 1, read O"


def test_a_number_that_a_good_document_contradicts_is_bad():
    row = rows_of(dossier(reading(number="11010119900307889X")))["number"]
    assert (row.mark, row.tone) == (Mark.DIFFERS, "bad")
    assert "•" not in text(row.typed)
    assert "*" in text(row.typed)
    assert "*" in text(row.read)


def test_a_revealed_number_is_whole_on_both_sides():
    read = NUMBER[:6] + "O" + NUMBER[7:]
    row = rows_of(dossier(reading(number=read)), hidden=False)["number"]
    assert (text(row.typed), text(row.read)) == (NUMBER, read)
    assert (differing(row.typed), differing(row.read)) == ("1", "O")


def test_spaces_in_a_number_are_no_difference():
    row = rows_of(dossier(reading(number=NUMBER), number="110105 19491231 002X"))["number"]
    assert row.mark is Mark.SAME


def test_birth_date_stands_beside_what_the_number_says_and_hides_with_it():
    case = dossier(reading(number=NUMBER, born_on="1949-12-30", sex="F"))
    hidden, shown = rows_of(case)["born_on"], rows_of(case, hidden=False)["born_on"]
    assert hidden.mark is Mark.DIFFERS
    assert text(hidden.typed) == text(hidden.read) == "••••-••-••"
    assert (text(shown.typed), text(shown.read)) == ("1949-12-31", "1949-12-30")
    assert "another date" in str(hidden.notes[0])
    assert "another date" not in str(shown.notes[0])
    assert rows_of(case)["sex"].mark is Mark.SAME


def test_another_document_is_said():
    row = rows_of(dossier(reading(kind="HZ", name="张示例")))["type"]
    assert (row.mark, row.tone, row.place.box) == (Mark.DIFFERS, "bad", None)
    assert text(row.read) == "Passport"


def test_an_expired_document_is_said_in_its_row():
    row = rows_of(dossier(reading(expires_on="2020-01-01")))["expires_on"]
    assert (row.mark, row.tone) == (Mark.ONLY_READ, "bad")
    assert "expired" in str(row.word).lower()


def test_a_document_without_end_is_said():
    assert text(rows_of(dossier(reading(expires_on="long_term")))["expires_on"].read) == "Long-term"


def test_a_doubtful_reading_says_how_sure_it_is():
    row = rows_of(dossier(reading(name="张示列", confidence=0.72)))["holder"]
    assert "read with 72 % confidence" in [str(note) for note in row.notes]
    assert row.tone == "warn"


def test_an_organisations_contact_may_be_somebody_else():
    case = dossier(
        reading(kind="YYZZ", name="北京示例科技有限公司", legal_representative="李样本"),
        holder_type="organization",
        name="北京示例科技有限公司",
        contact="王范例",
        document_type="YYZZ",
        number="91110105MA01A2B3C4",
    )
    row = rows_of(case)["contact"]
    assert (row.mark, row.tone) == (Mark.DIFFERS, "info")


def test_what_no_picture_shows_is_said():
    rows = rows_of(dossier())
    assert {rows[key].mark for key in ("holder", "number", "type")} == {Mark.NOT_READ}
    assert NUMBER not in text(rows["number"].typed)


def test_a_place_is_in_the_picture_that_was_read():
    case = dossier(reading(name="张示例"), reading(number=NUMBER))
    assert rows_of(case)["number"].place.picture == 1


_DIGITS = st.text("0123456789X", min_size=1, max_size=20)


# The language of the fixture is the same for every example.
_SAME = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@_SAME
@given(typed=_DIGITS, read=_DIGITS, other=_DIGITS)
@example(typed="44030619950X203028", read="0", other="0")
def test_no_row_ever_tells_a_hidden_number(typed, read, other):
    case = dossier(
        reading(number=read, registration_number=typed, serial=other, born_on="1949-12-31"),
        number=typed,
    )
    for row in rows_of(case).values():
        told = [text(row.typed), text(row.read), row.said, *map(str, row.notes)]
        known = [part.text for part in (*row.typed, *row.read) if part.differs]
        for secret in (one for one in (typed, read) if len(one) > 3):
            assert not [one for one in told if secret in one], row.key
            assert secret not in known


_TEXT = st.text(max_size=30)


@_SAME
@given(name=_TEXT, contact=_TEXT, number=_TEXT, read=st.lists(_TEXT, min_size=5, max_size=5))
@example(name="", contact="", number="\t", read=[""] * 5)
def test_no_dossier_raises_and_every_difference_is_shown(name, contact, number, read):
    names = ("name", "number", "address", "expires_on", "name_latin")
    case = dossier(
        reading(**dict(zip(names, read, strict=True))), name=name, contact=contact, number=number
    )
    for hidden in (True, False):
        for row in rows_of(case, hidden=hidden).values():
            assert row.typed or row.read
            if row.mark is Mark.SAME:
                assert row.differences == ()


def test_rows_say_nothing_of_another_mans_pictures():
    case = replace(dossier(reading(name="张示例")), readings=())
    assert rows_of(case)["holder"].mark is Mark.NOT_READ


def test_an_address_that_may_differ_is_not_marked_character_by_character():
    case = dossier(reading(address="北京市东城区示例路1号"), address="南山区样例街道8号")
    row = rows_of(case)["address"]
    assert row.mark == Mark.DIFFERS
    assert differing(row.typed) == differing(row.read) == ""
    assert row.said == ""
