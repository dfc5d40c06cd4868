"""One word for an authority, from the columns of its row; and trouble in words."""

import datetime as dt

import pytest
from django.utils import timezone, translation
from hypothesis import given
from hypothesis import strategies as st

from verification.authorities.condition import (
    CONDITION_NAMES,
    CONDITION_TONES,
    Condition,
    condition_of,
)
from verification.authorities.trouble_words import trouble_of
from verification.models import Authority
from verification.templatetags.authorities import span

NOW = timezone.now()
BEFORE = NOW - dt.timedelta(minutes=1)
AFTER = NOW + dt.timedelta(minutes=1)
MOMENTS = st.sampled_from([None, BEFORE, NOW, AFTER])


@pytest.mark.parametrize(
    ("columns", "condition"),
    [
        ({}, "unused"),
        ({"last_ok_at": BEFORE}, "working"),
        ({"last_ok_at": NOW, "last_error_at": BEFORE}, "working"),
        ({"last_ok_at": BEFORE, "last_error_at": NOW}, "trouble"),
        ({"last_error_at": BEFORE}, "trouble"),
        ({"last_ok_at": NOW, "failures": 1}, "trouble"),
        ({"failures": 5, "open_until": AFTER}, "open"),
        ({"failures": 5, "open_until": BEFORE}, "trouble"),
        ({"last_ok_at": NOW, "open_until": NOW}, "working"),
        ({"last_ok_at": NOW, "paused_at": BEFORE}, "paused"),
        ({"failures": 5, "open_until": AFTER, "paused_at": BEFORE}, "paused"),
    ],
)
def test_condition_follows_the_columns(columns, condition):
    assert condition_of(Authority(**columns), now=NOW) == condition


@given(MOMENTS, MOMENTS, MOMENTS, MOMENTS, st.integers(0, 3))
def test_every_row_has_a_condition_with_a_name_and_a_tone(ok, error, opened, paused, failures):
    row = Authority(
        last_ok_at=ok, last_error_at=error, open_until=opened, paused_at=paused, failures=failures
    )
    found = condition_of(row, now=NOW)
    assert CONDITION_NAMES[found]
    assert CONDITION_TONES[found] in {"ok", "warn", "bad", "muted"}
    assert (found == Condition.PAUSED) == (paused is not None)


@given(st.text(max_size=40))
def test_any_kind_of_trouble_has_words(kind):
    found = trouble_of(kind)
    assert str(found.what)
    assert str(found.then)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("timeout", "did not answer in time"),
        ("signature", "signature was wrong"),
        ("status_401", "refused our key"),
        ("status_418", "HTTP 418"),
        ("status_503", "its own error (HTTP 503)"),
        ("status_x", "status_x"),
    ],
)
def test_trouble_is_told_in_words(kind, words):
    with translation.override("en"):
        assert words in str(trouble_of(kind).what)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 seconds"),
        (1.4, "1 second"),
        (90, "1 minute 30 seconds"),
        (3600, "1 hour"),
        (90_000, "1 day 1 hour"),
        (-5, "0 seconds"),
    ],
)
def test_span_is_told_in_two_units(seconds, words):
    with translation.override("en"):
        assert span(dt.timedelta(seconds=seconds)) == words
        assert span(None) == "-"
