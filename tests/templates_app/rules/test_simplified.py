import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates_app.rules.simplified import simplified


@pytest.mark.parametrize(
    ("character", "plain"), [("證", "证"), ("註", "注"), ("乾", "乾"), ("A", "A"), ("，", "，")]
)
def test_characters_are_simplified_one_by_one(character, plain):
    assert simplified(character) == plain


@given(st.characters(exclude_categories=["Cs"]))
def test_every_character_stays_one_character(character):
    assert len(simplified(character)) == 1
