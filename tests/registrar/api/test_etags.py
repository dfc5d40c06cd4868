"""Entity tags and conditions by RFC 9110, without any server."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registrar.api.etags import read_condition, tag_of

opaque = st.text(
    st.characters(codec="latin-1", exclude_categories=("C", "Z"), exclude_characters='"')
)


@given(st.lists(opaque, min_size=1), st.sampled_from([",", ", ", " ,\t", ",,"]))
def test_every_tag_of_a_list_is_found(names, comma):
    tags = [f'"{name}"' for name in names]
    condition = read_condition(comma.join(tags))
    assert condition.tags == frozenset(tags)
    assert all(condition.is_met_by(tag) and condition.is_met_weakly_by(tag) for tag in tags)
    assert not condition.is_met_by('"another one"')


@given(st.text())
def test_any_header_is_read_or_refused(text):
    try:
        condition = read_condition(text)
    except ValueError:
        return
    assert condition.anything or condition.tags


@pytest.mark.parametrize(
    "text", ["", "abc", '"abc', 'abc"', '"a" "b"', '"a" *', "**", 'w/"a"', '"a b"', ",", "'a'"]
)
def test_what_is_no_condition_is_refused(text):
    with pytest.raises(ValueError):
        read_condition(text)


@pytest.mark.parametrize("gap", [", ", " , ", ",", " \t,\t "])
def test_hostile_header_is_refused_at_once(gap):
    began = time.monotonic()
    with pytest.raises(ValueError):
        read_condition('"a"' + gap * 13 + "!")
    with pytest.raises(ValueError):
        read_condition('"a"' + gap * 1000 + "!")
    assert time.monotonic() - began < 1


def test_empty_members_of_a_list_say_nothing():
    assert read_condition(', ,"a", ,\t"b" ,, ').tags == {'"a"', '"b"'}


def test_weak_tag_never_matches_but_differs_from_nothing():
    condition = read_condition('W/"a", W/"b"')
    assert not condition.is_met_by('"a"')
    assert condition.is_met_weakly_by('"a"')


def test_star_is_met_by_whatever_there_is():
    assert read_condition(" * ").is_met_by('"a"')


@given(st.dictionaries(st.text(), st.integers() | st.none()))
def test_tag_changes_with_the_data_and_with_nothing_else(data):
    assert tag_of(data) == tag_of(dict(data))
    assert tag_of(data) != tag_of(data | {"another": 1.5})
    assert read_condition(tag_of(data)).is_met_by(tag_of(data))
