import phonenumbers
import pytest
from stdnum import numdb

from templates_app.rules.regions import COUNTRIES, PROVINCES, find_province, is_region_prefix


def test_countries_begin_with_the_supported_ones():
    assert list(COUNTRIES)[:4] == ["CN", "HK", "MO", "TW"]


@pytest.mark.parametrize("country", COUNTRIES.values(), ids=lambda country: country.code)
def test_country_phone_codes_are_those_of_libphonenumber(country):
    assert int(country.phone_code) == phonenumbers.country_code_for_region(country.code)


@pytest.mark.parametrize("province", PROVINCES.values(), ids=lambda province: province.code)
def test_province_names_are_those_of_gb2260(province):
    found = numdb.get("cn/loc").info(f"{province.code}0000")
    assert found[0][1]["province"] == province.name_zh
    assert province.name_zh.startswith(province.short_zh)
    assert province.postcodes


def test_provinces_are_the_mainlands_31():
    assert len(PROVINCES) == 31
    assert not {"71", "81", "82"} & set(PROVINCES)


@pytest.mark.parametrize("text", ["44", "广东省", "广东", " guangdong "])
def test_find_province_by_code_or_name(text):
    province = find_province(text)
    assert province is not None
    assert province.code == "44"


@pytest.mark.parametrize(
    ("code", "expected"), [("44", True), ("81", True), ("99", False), ("", False)]
)
def test_is_region_prefix(code, expected):
    assert is_region_prefix(code) is expected
