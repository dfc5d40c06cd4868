"""Texts as they are taken: nothing that people can read is lost."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from verification.support.rules import MAX_SUBJECT, reopen_until, subject_from, tidy

TEXTS = st.text(max_size=300)


@given(TEXTS)
def test_tidied_text_stays_as_it_is_when_tidied_again(text):
    assert tidy(tidy(text)) == tidy(text)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=300))
def test_text_without_controls_loses_outer_white_space_only(text):
    assert tidy(text) == text.strip()


@given(TEXTS)
def test_tidied_text_holds_no_control_but_line_end_and_tab(text):
    assert not [c for c in tidy(text) if c < " " and c not in "\n\t"]


@given(TEXTS.map(tidy))
def test_subject_is_one_line_of_bounded_length(text):
    subject = subject_from(text)
    assert "\n" not in subject
    assert len(subject) <= MAX_SUBJECT


def test_line_ends_of_every_system_are_one():
    assert tidy("a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_closed_request_can_be_opened_for_thirty_days():
    closed = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    assert reopen_until(closed) == dt.datetime(2026, 1, 31, tzinfo=dt.UTC)
