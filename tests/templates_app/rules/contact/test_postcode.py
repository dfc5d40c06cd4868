import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates_app.rules.contact import check_postcode
from tests.templates_app.rules.codes import codes, levels


@pytest.mark.parametrize(
    ("country", "postcode"),
    [
        ("CN", "518000"),
        ("HK", ""),
        ("HK", "000000"),
        ("HK", "999077"),
        ("MO", "999078"),
        ("TW", "100"),
        ("TW", "10048"),
        ("TW", "100481"),
        ("GB", "SW1A 1AA"),
        ("US", "20500-0003"),
        ("AE", ""),
    ],
)
def test_check_postcode_passes_the_countrys_form(country, postcode):
    assert check_postcode(country, postcode) == []


@pytest.mark.parametrize(
    ("country", "postcode"),
    [
        ("CN", ""),
        ("CN", "51800"),
        ("CN", "５18000"),
        ("CN", "5180000"),
        ("HK", "518000"),
        ("TW", "1000"),
        ("GB", "<script>"),
        ("US", "1" * 17),
    ],
)
def test_check_postcode_blocks_another_form(country, postcode):
    assert levels(check_postcode(country, postcode)) == {"postcode_invalid": "block"}


@pytest.mark.parametrize("province", ["44", "广东省", "广东", "Guangdong"])
def test_check_postcode_warns_when_it_belongs_to_another_province(province):
    assert check_postcode("CN", "518000", province=province) == []
    found = check_postcode("CN", "100000", province=province)
    assert levels(found) == {"region_mismatch": "warn"}


def test_check_postcode_does_not_judge_an_unknown_province():
    assert check_postcode("CN", "100000", province="Atlantis") == []


@given(st.text(st.characters()), st.text(st.characters()), st.text(st.characters()))
def test_check_postcode_never_raises(country, postcode, province):
    assert len(codes(check_postcode(country, postcode, province=province))) <= 1
