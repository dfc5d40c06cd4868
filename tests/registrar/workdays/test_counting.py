from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registrar.workdays import add_working_days, is_working_day, working_days_between

days_covered_or_not = st.dates(date(2020, 1, 1), date(2031, 12, 31))
small_terms = st.integers(0, 60)


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 11, 20), True),  # an ordinary Friday
        (date(2026, 11, 22), False),  # an ordinary Sunday
        (date(2026, 1, 4), True),  # a Sunday worked for New Year
        (date(2026, 10, 10), True),  # a Saturday worked for National Day
        (date(2026, 10, 7), False),  # a Wednesday off
        (date(2026, 2, 17), False),  # Spring Festival
    ],
)
def test_is_working_day_covered_year_follows_official_schedule(day, working):
    assert is_working_day(day) == (working, False)


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2027, 1, 1), False),
        (date(2027, 1, 4), True),
        (date(2027, 1, 9), False),
        (date(2027, 2, 5), False),  # New Year's Eve by the lunar calendar
        (date(2027, 2, 8), False),
        (date(2027, 2, 9), True),
        (date(2027, 4, 5), False),
        (date(2027, 6, 9), False),
        (date(2027, 9, 15), False),
        (date(2027, 10, 1), False),
        (date(2040, 5, 2), False),
        (date(2003, 3, 3), True),
    ],
)
def test_is_working_day_uncovered_year_is_a_provisional_guess(day, working):
    assert is_working_day(day) == (working, True)


def test_is_working_day_announced_day_wins_and_is_certain():
    announced = {date(2027, 1, 9): True, date(2027, 1, 4): False}
    assert is_working_day(date(2027, 1, 9), announced=announced) == (True, False)
    assert is_working_day(date(2027, 1, 4), announced=announced) == (False, False)
    assert is_working_day(date(2027, 1, 5), announced=announced) == (True, True)


def test_add_working_days_over_a_make_up_weekend():
    # 1-3 January 2026 off, Sunday the 4th worked.
    assert add_working_days(date(2025, 12, 31), 2) == (date(2026, 1, 5), False)


def test_add_working_days_over_national_day_week():
    assert add_working_days(date(2026, 9, 30), 1) == (date(2026, 10, 8), False)


def test_add_working_days_ending_in_the_covered_year_is_certain():
    assert add_working_days(date(2026, 12, 30), 1) == (date(2026, 12, 31), False)


def test_add_working_days_crossing_into_2027_is_provisional():
    assert add_working_days(date(2026, 12, 31), 1) == (date(2027, 1, 4), True)


def test_add_working_days_zero_keeps_the_day():
    assert add_working_days(date(2026, 11, 22), 0) == (date(2026, 11, 22), False)


def test_add_working_days_negative_is_refused():
    with pytest.raises(ValueError, match="forwards"):
        add_working_days(date(2026, 11, 22), -1)


def test_working_days_between_backwards_is_negative():
    assert working_days_between(date(2026, 11, 23), date(2026, 11, 20)) == (-1, False)


@given(days_covered_or_not, st.integers(1, 60))
def test_add_working_days_always_lands_on_a_later_working_day(start, days):
    reached = add_working_days(start, days).date
    assert reached > start
    assert is_working_day(reached).working


@given(days_covered_or_not, small_terms)
def test_working_days_between_inverts_add_working_days(start, days):
    reached = add_working_days(start, days)
    assert working_days_between(start, reached.date) == (days, reached.provisional)


@given(days_covered_or_not, small_terms, small_terms)
def test_add_working_days_in_two_steps_equals_one(start, first, second):
    stepped = add_working_days(add_working_days(start, first).date, second)
    assert stepped.date == add_working_days(start, first + second).date


@given(days_covered_or_not, st.integers(0, 40), st.integers(0, 40))
def test_working_days_between_is_additive(start, first, second):
    middle = start + timedelta(days=first)
    end = middle + timedelta(days=second)
    whole = working_days_between(start, end).days
    assert whole == (
        working_days_between(start, middle).days + working_days_between(middle, end).days
    )


@given(days_covered_or_not, small_terms)
def test_add_working_days_is_provisional_exactly_when_it_reaches_past_2026(start, days):
    reached = add_working_days(start, days)
    assert reached.provisional == (days > 0 and reached.date.year > 2026)
