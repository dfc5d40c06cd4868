import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates_app.rules.document_types import DOCUMENT_TYPES
from templates_app.rules.numbers import check_number
from templates_app.rules.numbers.facts import number_facts, other_types_of

RIGHT = "11010519491231002X"


@pytest.mark.parametrize(
    ("document_type", "number", "form", "accepted"),
    [
        ("SFZ", RIGHT, "checked", True),
        ("SFZ", f" {RIGHT.lower()} ", "checked", True),
        ("SFZ", "110105194912310021", "checked", False),
        ("SFZ", "1101", "checked", False),
        ("GAJMTX", "H12345678", "plain", True),
        ("GAJMTX", "X12345678", "plain", False),
        ("JGZ", "anything", "free", True),
        ("??", "anything", "free", True),
    ],
)
def test_form_and_fit(document_type, number, form, accepted):
    facts = number_facts(document_type, number)
    assert (facts.form, facts.accepted) == (form, accepted)


@given(st.integers(0, 15))
def test_exchanged_neighbours_are_found_again(at):
    swapped = RIGHT[:at] + RIGHT[at + 1] + RIGHT[at] + RIGHT[at + 2 :]
    facts = number_facts("SFZ", swapped)
    if not facts.accepted:
        assert (at + 1, at + 2) in facts.exchanged or facts.exchanged == ()


def test_wrong_last_character_is_named_at_its_place_as_typed():
    assert number_facts("SFZ", "110105 194912310021").last == (19, "X")


@given(st.sampled_from([*DOCUMENT_TYPES, ""]), st.text(max_size=25))
def test_any_text_has_facts(document_type, number):
    facts = number_facts(document_type, number)
    assert not (facts.accepted and (facts.exchanged or facts.last))


@pytest.mark.parametrize(
    ("holder", "document_type", "number", "others"),
    [
        ("individual", "SFZ", "H12345678", ["GAJMTX"]),
        ("individual", "SFZ", "E12345678", ["HZ"]),
        ("individual", "HZ", RIGHT, []),
        ("individual", "GAJMTX", RIGHT, ["SFZ"]),
        ("individual", "SFZ", RIGHT, []),
        ("organization", "TYDM", "110108000000016", ["YYZZ"]),
        ("organization", "YYZZ", "91110108MA001234XF", []),
        ("individual", "SFZ", "12345678", []),
    ],
)
def test_other_document_that_the_number_belongs_to(holder, document_type, number, others):
    assert other_types_of(holder, document_type, number) == others


@given(st.sampled_from([*DOCUMENT_TYPES]), st.text("0123456789HMEX", max_size=18))
def test_right_number_belongs_to_no_other_document(document_type, number):
    if not check_number(document_type, number):
        assert other_types_of("individual", document_type, number) == []
