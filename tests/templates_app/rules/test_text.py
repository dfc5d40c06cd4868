import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates_app.rules.text import check_ascii, check_characters, check_required, fold_width
from tests.templates_app.rules.codes import codes


@pytest.mark.parametrize(
    "text", ["张三", "𬭎", "深圳市南山区1号（A座）", "Xi'an Road #5", "〇", "№5", "Zürich"]
)
def test_check_characters_passes_what_addresses_hold(text):
    assert check_characters(text) == []


@pytest.mark.parametrize(
    ("text", "positions"),
    [
        ("a\x00b", [2]),
        ("<b>", [1, 3]),
        ("路\u200b1", [2]),
        ("家😀", [2]),
        ("\ue863", [1]),
        ("\ud800", [1]),
    ],
)
def test_check_characters_marks_what_registries_refuse(text, positions):
    found = check_characters(text)
    assert codes(found) == ["field_characters_invalid"]
    assert found[0].evidence == {"positions": positions}


@given(st.text())
def test_check_characters_judges_a_text_as_it_judges_each_character(text):
    one_by_one = [at for at, character in enumerate(text, start=1) if check_characters(character)]
    found = check_characters(text)
    assert [problem.evidence["positions"] for problem in found] == [one_by_one][: len(found)]
    assert bool(found) == bool(one_by_one)


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E)))
def test_check_characters_of_plain_text_refuses_markup_and_nothing_else(text):
    assert bool(check_characters(text)) == bool(set(text) & set("<>&"))


def test_check_characters_lets_named_markup_pass():
    assert check_characters("A & B", markup_allowed="&") == []
    assert codes(check_characters("A & B")) == ["field_characters_invalid"]


def test_check_ascii_marks_other_letters():
    assert check_ascii("Room 1") == []
    assert check_ascii("Zürich")[0].evidence == {"positions": [2]}


@pytest.mark.parametrize("text", ["", "  ", "\u3000\n"])
def test_check_required_when_nothing_is_there(text):
    assert codes(check_required(text, max_length=5)) == ["field_required"]


def test_check_required_at_and_over_the_limit():
    assert check_required("12345", max_length=5) == []
    assert check_required("123456", max_length=5)[0].evidence == {"limit": 5, "actual": 6}


def test_fold_width_makes_full_width_ascii_half_width():
    assert fold_width("１Ａ（－）中") == "1A(-)中"


@given(st.text(st.characters()))
def test_fold_width_keeps_the_length(text):
    assert len(fold_width(text)) == len(text)
