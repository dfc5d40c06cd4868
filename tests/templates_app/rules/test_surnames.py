import pytest

from templates_app.rules.surnames import COMPOUND_SURNAMES, SURNAMES, split_surname


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("欧阳修", ("欧阳", "修")),
        ("司马相如", ("司马", "相如")),
        ("单于", ("单", "于")),
        ("张三", ("张", "三")),
        ("张", ("张", "")),
        ("", ("", "")),
    ],
)
def test_split_surname(name, expected):
    assert split_surname(name) == expected


def test_tables_hold_surnames_of_one_and_of_two_characters():
    assert {len(surname) for surname in SURNAMES} == {1}
    assert {len(surname) for surname in COMPOUND_SURNAMES} == {2}


def test_readings_are_lower_case_latin_letters():
    readings = [r for table in (SURNAMES, COMPOUND_SURNAMES) for rs in table.values() for r in rs]
    assert all(
        reading.isascii() and reading.isalpha() and reading.islower() for reading in readings
    )
