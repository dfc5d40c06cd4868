"""What must hold of any number at all."""

import datetime as dt
import json

from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum.cn import ric, uscc
from stdnum.iso7064 import mod_11_2, mod_11_10

from templates_app.rules.document_types import DOCUMENT_TYPES
from templates_app.rules.numbers import check_number, mask_number, normalise_number, suggest_number
from templates_app.rules.numbers.credit_code import CREDIT_CODE, credit_code_holds
from templates_app.rules.numbers.layout import ALPHANUMERIC, CREDIT
from templates_app.rules.numbers.organisation_code import (
    ORGANISATION_CODE,
    organisation_check_character,
)
from templates_app.rules.numbers.registration_number import registration_number_holds
from templates_app.rules.numbers.residence_permit import residence_permit_holds
from templates_app.rules.numbers.resident_id import RESIDENT_ID

ANYTHING = st.text(st.characters())
NUMBERISH = st.text(st.sampled_from("0123456789OIZSBXHML-（）()１ 副本Ａ"), max_size=24)
TYPES = st.sampled_from(sorted(DOCUMENT_TYPES))
CREDIT_BODIES = st.builds(
    "{}{}{}".format,
    st.text(st.sampled_from(CREDIT), min_size=2, max_size=2),
    st.from_regex(r"[0-9]{6}", fullmatch=True),
    st.text(st.sampled_from(CREDIT), min_size=9, max_size=9),
)
BIRTH_DATES = st.dates(min_value=dt.date(1900, 1, 1))
DIGIT = st.sampled_from("0123456789")
REGISTRATION_BODIES = st.from_regex(r"[0-9]{14}", fullmatch=True)
ORGANISATION_PARTS = st.text(st.sampled_from(ALPHANUMERIC), min_size=7, max_size=7)
RESIDENT_BODIES = st.builds(
    lambda region, born, sequence: f"{region:06}{born:%Y%m%d}{sequence:03}",
    st.integers(0, 799999),
    BIRTH_DATES,
    st.integers(0, 999),
)


def _changed(number: str, place: int, character: str) -> str:
    assume(number[place] != character)
    return number[:place] + character + number[place + 1 :]


@given(RESIDENT_BODIES, st.integers(0, 16), DIGIT)
def test_resident_id_with_one_digit_changed_never_holds(body, place, digit):
    number = body + ric.calc_check_digit(body + "0")
    assert RESIDENT_ID.accepts(number)
    assert not RESIDENT_ID.accepts(_changed(number, place, digit))


@given(RESIDENT_BODIES)
def test_resident_id_check_characters_agree_with_mod_11_2(body):
    number = body + ric.calc_check_digit(body + "0")
    assert mod_11_2.calc_check_digit(body) == number[-1]
    assert residence_permit_holds(number)


@given(CREDIT_BODIES, st.integers(0, 17), st.sampled_from(CREDIT))
def test_credit_code_with_one_character_changed_never_holds(body, place, character):
    number = body + uscc.calc_check_digit(body)
    assert CREDIT_CODE.accepts(number)
    assert not CREDIT_CODE.accepts(_changed(number, place, character))


@given(CREDIT_BODIES, st.from_regex(r"[0-9]{2}", fullmatch=True))
def test_credit_code_agrees_with_stdnum_wherever_stdnum_knows_the_authority(rest, authority):
    body = authority + rest[2:]
    for check in CREDIT:
        assert credit_code_holds(body + check) == uscc.is_valid(body + check)


@given(REGISTRATION_BODIES, st.integers(0, 14), DIGIT)
def test_registration_number_with_one_digit_changed_never_holds(body, place, digit):
    number = body + mod_11_10.calc_check_digit(body)
    assert registration_number_holds(number)
    assert not registration_number_holds(_changed(number, place, digit))


@given(ORGANISATION_PARTS, st.integers(0, 7), DIGIT, DIGIT)
def test_organisation_code_with_a_digit_for_another_never_holds(part, place, digit, other):
    body = part[:place] + digit + part[place:]
    number = body + organisation_check_character(body)
    assert ORGANISATION_CODE.accepts(number)
    assert not ORGANISATION_CODE.accepts(_changed(number, place, other))


@given(ANYTHING)
def test_mask_number_never_shows_the_whole_nor_more_than_its_ends(number):
    masked = mask_number(number)
    assert len(masked) == min(len(number), 32)
    hidden = [at for at, _c in enumerate(masked) if at >= 3 and at < len(masked) - 4]
    assert all(masked[at] == "*" for at in hidden)
    assert not number or masked.count("*") >= len(masked) / 2


@given(TYPES, ANYTHING | NUMBERISH)
def test_check_number_never_raises_and_its_evidence_is_json(document_type, number):
    for found in check_number(document_type, number):
        assert json.dumps(found.evidence)
        assert str(found.message)


@given(TYPES, NUMBERISH)
def test_suggest_number_is_accepted_when_it_is_given(document_type, number):
    suggestion = suggest_number(document_type, number)
    if suggestion is not None:
        assert suggestion != normalise_number(number)
        assert not any(found.code in _TYPING for found in check_number(document_type, suggestion))


_TYPING = {"number_contains_space", "number_not_halfwidth", "number_checksum", "number_length"}
