import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates_app.rules.contact import check_address, check_city, check_region
from tests.templates_app.rules.codes import codes, levels


@pytest.mark.parametrize("address", ["科技中一路1号", "中山路五号", "和平里十二栋", "某村三组"])
def test_check_address_passes_one_with_a_house_number(address):
    assert check_address(address) == []


def test_check_address_warns_without_a_house_number():
    assert levels(check_address("深圳市南山区科技园")) == {"address_incomplete": "warn"}


@pytest.mark.parametrize("address", ["中山路1号<", "A&B路1号", "路1号😀", "路1号\x0b"])
def test_check_address_blocks_characters_registries_refuse(address):
    assert levels(check_address(address)) == {"field_characters_invalid": "block"}


def test_check_address_in_english_is_ascii():
    assert check_address("No. 1, Example Road", english=True) == []
    assert codes(check_address("No. 1, 中山路", english=True)) == ["field_characters_invalid"]


@pytest.mark.parametrize(
    ("address", "code"), [("", "field_required"), ("1" * 256, "field_too_long")]
)
def test_check_address_wants_1_to_255_characters(address, code):
    assert codes(check_address(address)) == [code]


def test_check_city_needs_no_house_number():
    assert check_city("深圳市") == []
    assert codes(check_city("")) == ["field_required"]
    assert codes(check_city("<>")) == ["field_characters_invalid"]


@pytest.mark.parametrize(
    ("country", "province", "address"),
    [
        ("CN", "44", "广东省深圳市南山区"),
        ("CN", "广东", "深圳市南山区"),
        ("HK", "", "九龙弥敦道"),
        ("US", "CA", "1 Road"),
    ],
)
def test_check_region_passes_one_place(country, province, address):
    assert check_region(country, province, address) == []


@pytest.mark.parametrize(
    ("province", "address"), [("44", "北京市海淀区"), ("香港", "弥敦道"), ("", ""), ("99", "")]
)
def test_check_region_warns_when_the_place_is_not_one(province, address):
    assert levels(check_region("CN", province, address)) == {"region_mismatch": "warn"}


@pytest.mark.parametrize(
    ("province", "code"),
    [("x" * 65, "field_too_long"), ("Cali\0fornia", "field_characters_invalid")],
)
def test_check_region_refuses_what_no_registry_takes_in_any_country(province, code):
    for country in ("US", "CN"):
        assert levels(check_region(country, province)) == {code: "block"}


@given(st.text(st.characters()), st.text(st.characters()))
def test_address_checks_never_raise(province, address):
    found = [
        *check_address(address, english=True),
        *check_city(address),
        *check_region("CN", province, address),
    ]
    assert {problem.level for problem in found} <= {"block", "warn"}
