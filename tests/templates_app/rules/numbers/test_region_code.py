import pytest
from stdnum.cn import ric, uscc
from stdnum.iso7064 import mod_11_2

from templates_app.rules.numbers import check_number
from templates_app.rules.numbers.resident_id import is_known_county
from tests.templates_app.rules.codes import levels


def _resident_id(region_code: str) -> str:
    body = f"{region_code}19900307001"
    return body + ric.calc_check_digit(body + "0")


@pytest.mark.parametrize("region_code", ["119999", "770000", "000000"])
def test_check_number_warns_about_a_county_that_never_was(region_code):
    assert levels(check_number("SFZ", _resident_id(region_code))) == {"region_code_unknown": "warn"}


@pytest.mark.parametrize("region_code", ["110105", "110103", "110118", "440300"])
def test_check_number_accepts_counties_old_new_and_younger_than_their_holder(region_code):
    assert check_number("SFZ", _resident_id(region_code)) == []


def test_is_known_county_wants_more_than_the_province():
    assert is_known_county("110105")
    assert not is_known_county("110000"[:2] + "9999")


def test_check_number_warns_about_a_residence_permit_with_an_unusual_region():
    body = "81010119940823002"
    number = body + mod_11_2.calc_check_digit(body)
    assert levels(check_number("GAJZZ", number)) == {"region_code_unknown": "warn"}


@pytest.mark.parametrize(
    ("region_code", "expected"),
    [("100000", {}), ("110302", {}), ("990000", {"region_code_unknown": "warn"})],
)
def test_check_number_judges_a_credit_code_by_its_province_only(region_code, expected):
    body = f"91{region_code}71526726X"
    assert levels(check_number("TYDM", body + uscc.calc_check_digit(body))) == expected
