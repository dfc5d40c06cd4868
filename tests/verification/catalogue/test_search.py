import pytest
from hypothesis import given
from hypothesis import strategies as st

from verification.catalogue.catalogue import reasons
from verification.catalogue.search import search_reasons


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("document_expired", "document_expired"),
        ("证件已过期", "document_expired"),
        ("證件已過期", "document_expired"),
        ("EXPIRED document", "document_expired"),
        ("serverhold", "server_hold"),
        ("cods", "registry_query_mismatch"),
        ("僧人", "police_record_mismatch"),
        ("4.17.0", "illegal_parameter"),
    ],
)
def test_search_finds_by_code_message_and_text_in_either_language(query, code):
    assert code in search_reasons(query)


def test_reasons_named_so_come_before_those_that_mention_it():
    found = search_reasons("serverHold")
    assert found[0] == "server_hold"
    assert "site_unreachable" in found[1:]


def test_every_word_counts():
    assert search_reasons("证件 火星") == ()


@pytest.mark.parametrize("query", ["", "   ", "，。！", "🙂"])
def test_nothing_to_look_for_finds_nothing(query):
    assert search_reasons(query) == ()


@given(st.text(max_size=80))
def test_search_never_raises_and_repeats_no_code(query):
    found = search_reasons(query)
    assert len(set(found)) == len(found)
    assert set(found) <= set(reasons())
