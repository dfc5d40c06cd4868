import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates_app.rules.contact import check_phone
from tests.templates_app.rules.codes import codes, levels


@pytest.mark.parametrize(
    ("country_code", "number"),
    [
        ("86", "13800138000"),
        ("+86", "138 0013 8000"),
        ("0086", "13800138000"),
        ("86", "010-62345678"),
        ("86", "075586013388"),
        ("852", "23456789"),
        ("853", "66123456"),
        ("886", "0912345678"),
        ("1", "(202) 456-1111"),
    ],
)
def test_check_phone_passes_numbers_that_exist(country_code, number):
    assert check_phone(country_code, number) == []


@pytest.mark.parametrize(
    ("country_code", "number"),
    [
        ("010", "62345678"),
        ("10", "62345678"),
        ("21", "62345678"),
        ("0755", "86013388"),
        ("755", "86013388"),
        ("020", "83123456"),
        ("20", "83123456"),
        ("中国", "13800138000"),
        ("0", "13800138000"),
    ],
)
def test_check_phone_blocks_an_area_code_for_a_country_code(country_code, number):
    found = check_phone(country_code, number)
    assert levels(found) == {"country_code_invalid": "block"}
    assert found[0].evidence["china"] == "86"


def test_check_phone_leaves_other_countries_their_own_numbers():
    assert check_phone("20", "1001234567") == []
    assert check_phone("27", "831234567") == []


def test_check_phone_of_a_mainland_holder_reads_27_as_wuhan():
    assert codes(check_phone("27", "83123456", country="CN")) == ["country_code_invalid"]


@pytest.mark.parametrize("number", ["123", "1" * 20, "abcdefgh", "+1 2024561111", "１３８00138000"])
def test_check_phone_blocks_a_number_that_cannot_be(number):
    assert levels(check_phone("86", number)) == {"phone_invalid": "block"}


def test_check_phone_only_warns_where_the_number_plan_may_have_grown():
    assert levels(check_phone("86", "11912345678")) == {"phone_invalid": "warn"}


@pytest.mark.parametrize(("country_code", "number"), [("", "13800138000"), ("86", " ")])
def test_check_phone_requires_both_parts(country_code, number):
    assert codes(check_phone(country_code, number)) == ["field_required"]


@given(st.text(st.characters()), st.text(st.characters()) | st.from_regex(r"\A[0-9 ().-]*\Z"))
def test_check_phone_never_raises(country_code, number):
    assert len(check_phone(country_code, number)) <= 1
    assert len(check_phone("86", number)) <= 1
