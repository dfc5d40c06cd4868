import pytest

from templates_app.rules.numbers import check_number, normalise_number, suggest_number
from tests.templates_app.rules.codes import codes

USCC = "9144030071526726XG"


def test_normalise_number_changes_case_and_outer_space_only():
    assert normalise_number(" 11010519491231002x\u3000") == "11010519491231002X"
    assert normalise_number("a b－１") == "A B－１"


@pytest.mark.parametrize("space", [" ", "\u3000", "\xa0", "\t", "\u200b", "\ufeff"])
def test_check_number_marks_a_space_of_any_kind(space):
    found = check_number("TYDM", f"91440300{space}71526726XG")
    assert codes(found) == ["number_contains_space"]
    assert found[0].evidence == {"positions": [9]}


def test_check_number_marks_full_width_characters():
    found = check_number("TYDM", "９144030071526726ＸG")
    assert codes(found) == ["number_not_halfwidth"]
    assert found[0].evidence == {"positions": [1, 17]}


@pytest.mark.parametrize(
    "suffix", ["(1-1)", "（1-1）", "(1－1)", "（副本）", "(副本)(2-1)", "1-1", " 1-1", "副本"]
)
def test_check_number_marks_a_copy_suffix(suffix):
    assert codes(check_number("YYZZ", USCC + suffix)) == ["number_copy_suffix"]
    assert suggest_number("YYZZ", USCC + suffix) == USCC


@pytest.mark.parametrize("number", ["京司鉴字12345678-1", "粤字(2010)", "12345678 1-1"])
def test_check_number_of_free_form_keeps_what_looks_like_a_bare_suffix(number):
    assert "number_copy_suffix" not in codes(check_number("SFJD", number))


def test_check_number_finds_everything_at_once():
    found = check_number("YYZZ", "９144O300 71526726XG（1-1）")
    assert codes(found) == [
        "number_contains_space",
        "number_not_halfwidth",
        "number_copy_suffix",
        "number_confusable",
        "number_checksum",
    ]
    assert found[3].evidence["positions"] == [5]


def test_suggest_number_takes_the_hyphen_out_of_an_organisation_code():
    assert suggest_number("ORG", "71526726-x") == "71526726X"


def test_suggest_number_has_nothing_to_say_of_an_unknown_type():
    assert suggest_number("NOPE", "1 2") is None
