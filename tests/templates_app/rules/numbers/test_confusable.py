import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from templates_app.rules.numbers import check_number, suggest_number
from tests.templates_app.rules.codes import codes

RESIDENT_ID = "11010519491231002X"
USCC = "9144030071526726XG"


@pytest.mark.parametrize(
    ("document_type", "typed", "meant", "positions"),
    [
        ("SFZ", "1101O519491231002X", RESIDENT_ID, [5]),
        ("SFZ", "I10l0519491231002X", RESIDENT_ID, [1, 4]),
        ("TYDM", "914403OO71526726XG", USCC, [7, 8]),
        ("TYDM", "9144030071S26726XG", USCC, [11]),
        ("TYDM", "914403007152672GXG", None, []),
        ("TYDM", "9144030071526Z26XG", None, [14]),
        ("YYZZ", "11O108000000016", "110108000000016", [3]),
        ("GAJMTX", "HI2345678", "H12345678", [2]),
        ("TWJMTX", "I2345678", "12345678", [1]),
        ("WJLSFZ", "C4N110081080302", None, []),
        ("WJLSFZ", "8OL110081080302", "BOL110081080302", [1]),
    ],
)
def test_check_number_points_at_look_alikes_the_format_forbids(
    document_type, typed, meant, positions
):
    found = [p for p in check_number(document_type, typed) if p.code == "number_confusable"]
    assert [p.evidence["positions"] for p in found] == ([positions] if positions else [])
    assert [p.evidence["valid_after"] for p in found] == ([meant is not None] if positions else [])
    assert suggest_number(document_type, typed) == meant


def test_check_number_blocks_as_well_because_the_typed_number_is_wrong():
    assert codes(check_number("SFZ", "1101O519491231002X")) == [
        "number_confusable",
        "number_checksum",
    ]


def test_check_number_suggests_a_permitted_look_alike_when_only_that_makes_it_valid():
    # B and 8 are both permitted there.
    typed, meant = _swap_that_matters()
    found = check_number("TYDM", typed)
    assert codes(found) == ["number_confusable", "number_checksum"]
    assert found[0].evidence["valid_after"]
    assert suggest_number("TYDM", typed) == meant


def test_evidence_never_holds_the_whole_number():
    for found in check_number("SFZ", "1101O519491231002X"):
        assert RESIDENT_ID not in str(found.evidence)


@given(st.integers(0, 16), st.sampled_from("OIZSB"))
def test_suggest_number_brings_back_one_look_alike_in_a_resident_id(place, letter):
    digit = {"O": "0", "I": "1", "Z": "2", "S": "5", "B": "8"}[letter]
    if RESIDENT_ID[place] != digit:
        return
    typed = RESIDENT_ID[:place] + letter + RESIDENT_ID[place + 1 :]
    assert suggest_number("SFZ", typed) == RESIDENT_ID


def _swap_that_matters() -> tuple[str, str]:
    """A credit code with an 8 typed for its B, and the code itself."""
    body = "91110000MA0B71C34"
    return body.replace("B", "8") + uscc.calc_check_digit(body), body + uscc.calc_check_digit(body)
