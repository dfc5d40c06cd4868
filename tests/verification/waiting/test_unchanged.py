"""When the same may go in again."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registrar.blockers import Blocker
from verification.catalogue.catalogue import reasons
from verification.waiting.unchanged import (
    FailedAttempt,
    Remedy,
    remedy_of,
    unchanged_answer,
)

TODAY = dt.date(2026, 3, 2)
TOMORROW = TODAY + dt.timedelta(days=1)
GATE = Blocker(code="disputed", message="…", source="seed 002")


def attempt(**changes) -> FailedAttempt:
    facts = {
        "today": TODAY,
        "remedies": frozenset({Remedy.NOTHING}),
        "unexplained": False,
        "timed_out": False,
        "said_new": False,
        "safe_from": None,
        "latest": True,
        "still_failed": True,
        "materials_there": True,
    }
    return FailedAttempt(**facts | changes)


def codes(found):
    return [blocker.code for blocker in found.blocked_by]


@pytest.mark.parametrize(
    ("code", "remedy"),
    [
        ("review_timeout", Remedy.NOTHING),
        ("document_newly_issued", Remedy.WAIT),
        ("electronic_check_failed", Remedy.WAIT_IF_NEW),
        ("overseas_registrant", Remedy.SWITCH),
        ("subject_restricted", Remedy.SWITCH),
        ("materials_unclear", Remedy.CORRECT),
        ("authority_upload_failed", Remedy.CORRECT),
        ("tld_not_supported", Remedy.CORRECT),
        ("server_hold", Remedy.CORRECT),
    ],
)
def test_remedy_follows_from_what_the_catalogue_says(code, remedy):
    assert remedy_of(reasons()[code]) is remedy


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, []),
        ({"timed_out": True, "unexplained": True}, []),
        ({"remedies": {Remedy.WAIT}, "safe_from": TODAY}, []),
        ({"remedies": {Remedy.WAIT}, "safe_from": TOMORROW}, ["too_early"]),
        ({"remedies": {Remedy.WAIT_IF_NEW}}, ["correction_needed"]),
        ({"remedies": {Remedy.WAIT_IF_NEW}, "said_new": True, "safe_from": TODAY}, []),
        ({"remedies": {Remedy.CORRECT}, "said_new": True}, ["correction_needed"]),
        ({"remedies": {Remedy.WAIT, Remedy.CORRECT}}, ["correction_needed"]),
        ({"remedies": {Remedy.SWITCH}}, ["holder_must_change"]),
        ({"remedies": {Remedy.SUPPORT}}, ["support_first"]),
        ({"remedies": set(), "unexplained": True}, ["reason_unknown"]),
        ({"latest": False}, ["superseded"]),
        ({"still_failed": False}, ["not_failed"]),
        ({"materials_there": False}, ["materials_gone"]),
        ({"gate": (GATE,)}, ["disputed"]),
    ],
)
def test_every_reason_against_it_is_named(facts, expected):
    facts = facts | {"remedies": frozenset(facts.get("remedies", {Remedy.NOTHING}))}
    found = unchanged_answer(attempt(**facts))
    assert codes(found) == expected
    assert found.available is not bool(expected)


def test_too_early_says_until_when_and_alone_may_be_insisted_on():
    early = attempt(remedies=frozenset({Remedy.WAIT}), safe_from=TOMORROW)
    found = unchanged_answer(early)
    assert found.may_insist
    assert found.blocked_by[0].until == TOMORROW
    closed = attempt(remedies=frozenset({Remedy.WAIT}), safe_from=TOMORROW, gate=(GATE,))
    assert not unchanged_answer(closed).may_insist


@given(
    remedies=st.frozensets(st.sampled_from(Remedy)),
    flags=st.lists(st.booleans(), min_size=6, max_size=6),
    safe_in=st.none() | st.integers(-400, 400),
)
def test_what_is_available_was_never_at_fault_and_never_too_early(remedies, flags, safe_in):
    names = ("unexplained", "timed_out", "said_new", "latest", "still_failed", "materials_there")
    safe_from = None if safe_in is None else TODAY + dt.timedelta(days=safe_in)
    case = attempt(remedies=remedies, safe_from=safe_from, **dict(zip(names, flags, strict=True)))
    found = unchanged_answer(case)
    if found.available:
        assert not remedies & {Remedy.CORRECT, Remedy.SWITCH, Remedy.SUPPORT}
        assert case.latest
        assert case.still_failed
        assert case.materials_there
        assert safe_from is None or safe_from <= TODAY
    assert not (found.available and found.may_insist)
    if found.nothing_wrong:
        assert remedies <= {Remedy.NOTHING}
