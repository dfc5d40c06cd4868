"""Restricted subjects: who is meant by an entry, and who only has the same name."""

import datetime as dt

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from templates_app.rules.restrictions import (
    SUBJECT_CAUSES,
    Cause,
    Hit,
    Listed,
    ListedSubject,
    Name,
    Question,
    Use,
    judge,
    key_of,
    message_of,
)

NAME = "某某样例"


def hits(entry, *, name=NAME, numbers=(), holder_type="individual", use=Use.HOLDER):
    question = Question(
        (Name("name", name, use, holder_type),), tuple(numbers), "number", holder_type
    )
    return [(hit.field, hit.cause) for hit in judge(question, Listed(subjects=[entry]))]


def entry(**fields):
    return ListedSubject(**{"cause": Cause.MIIT_LIST, "name": key_of(NAME)} | fields)


@pytest.mark.parametrize("cause", SUBJECT_CAUSES)
def test_entry_without_a_number_is_met_by_its_name(cause):
    assert hits(entry(cause=cause)) == [("name", cause)]


@pytest.mark.parametrize("name", ["某某樣例", " 某 某样例", "某某样例。"])
def test_name_is_met_however_it_is_typed(name):
    assert hits(entry(), name=name) == [("name", Cause.MIIT_LIST)]


@pytest.mark.parametrize("name", ["某某样", "某某样例子", "", "。"])
def test_only_the_whole_name_is_met(name):
    assert hits(entry(), name=name) == []


def test_persons_entry_with_a_number_spares_namesakes():
    with_number = entry(number="index")
    assert hits(with_number) == []
    assert hits(with_number, numbers=["other"]) == []
    assert hits(with_number, numbers=["old", "index"]) == [("number", Cause.MIIT_LIST)]


def test_organisations_entry_with_a_number_is_met_by_either():
    with_number = entry(number="index", holder_type="organization")
    assert hits(with_number, holder_type="organization") == [("name", Cause.MIIT_LIST)]
    assert hits(with_number, name="别名", numbers=["index"], holder_type="organization") == [
        ("number", Cause.MIIT_LIST)
    ]


@pytest.mark.parametrize(
    ("listed", "asked", "met"),
    [
        ("", "individual", True),
        ("", "organization", True),
        ("individual", "individual", True),
        ("individual", "organization", False),
        ("organization", "individual", False),
        ("organization", "", True),
    ],
)
def test_entry_for_one_holder_type_leaves_the_other_alone(listed, asked, met):
    assert bool(hits(entry(holder_type=listed), holder_type=asked)) is met


def test_domain_label_is_nobodys_name():
    assert hits(entry(), use=Use.DOMAIN) == []


@pytest.mark.parametrize("cause", SUBJECT_CAUSES)
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_every_cause_says_what_it_is_and_what_would_do(cause, language):
    telling = {
        Cause.IDENTITY_UNCLEAR: {"en": "unclear or in dispute", "zh-hans": "身份不清楚"},
        Cause.IN_PROCEEDINGS: {"en": "wait until the dispute", "zh-hans": "等待争议解决"},
        Cause.BARRED_BY_REGISTRY: {"en": "ask the registry", "zh-hans": "联系注册局"},
        Cause.MIIT_LIST: {"en": "ask the MIIT", "zh-hans": "联系工信部"},
    }
    with translation.override(language):
        assert telling[cause][language] in str(message_of(Hit("f", cause)))


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_end_of_proceedings_is_told_where_it_is_known(language):
    hit = Hit("f", Cause.IN_PROCEEDINGS, until=dt.date(2026, 12, 31))
    with translation.override(language):
        assert "2026-12-31" in str(message_of(hit))


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=8))
def test_judging_never_raises_and_equal_names_are_met(name, other, holder_type):
    found = hits(entry(name=key_of(name)), name=name, holder_type=holder_type)
    assert bool(found) is bool(key_of(name))
    hits(entry(name=other), name=name, holder_type=holder_type)
