"""Counting working hours: in China a zone without summer time, on the calendar's working days."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registrar.workdays import is_working_day
from registrar.workdays.hours import (
    WorkingDay,
    add_working_minutes,
    working_minutes_between,
)

CHINA = ZoneInfo("Asia/Shanghai")
DAY = WorkingDay(dt.time(9), dt.time(18))
# 2027 and later have no official calendar yet.
DAYS = st.dates(dt.date(2024, 12, 20), dt.date(2027, 12, 31))

moments = st.builds(dt.datetime.combine, DAYS, st.times(), st.just(CHINA))
minutes = st.integers(0, 60 * 9 * 15)


def at(text):
    return dt.datetime.fromisoformat(text).replace(tzinfo=CHINA)


def works(moment):
    """Whether work is done at this moment; the end of a day still belongs to it."""
    inside = DAY.opens <= moment.time() <= DAY.closes
    return inside and is_working_day(moment.date()).working


@pytest.mark.parametrize(
    ("start", "added", "end"),
    [
        ("2026-07-06T10:00", 60, "2026-07-06T11:00"),
        ("2026-07-06T10:00", 480, "2026-07-06T18:00"),
        ("2026-07-06T10:00", 481, "2026-07-07T09:01"),
        # Before opening, after closing, on a Saturday.
        ("2026-07-06T07:00", 60, "2026-07-06T10:00"),
        ("2026-07-06T18:00", 60, "2026-07-07T10:00"),
        ("2026-07-11T12:00", 60, "2026-07-13T10:00"),
        ("2026-07-11T12:00", 0, "2026-07-13T09:00"),
        # Over a week-end.
        ("2026-07-10T17:30", 60, "2026-07-13T09:30"),
        # National Day 2025: off from 1 to 8 October; 28 September, a Sunday, was worked.
        ("2025-09-30T17:00", 120, "2025-10-09T10:00"),
        ("2025-09-27T12:00", 60, "2025-09-28T10:00"),
        # Spring Festival 2027, for which there is only the law: 5 to 8 February.
        ("2027-02-04T17:00", 120, "2027-02-09T10:00"),
    ],
)
def test_adding_goes_by_hours_and_days_that_are_worked(start, added, end):
    assert add_working_minutes(at(start), added, DAY) == at(end)


@given(moments, minutes)
def test_counting_undoes_adding(start, added):
    assert working_minutes_between(start, add_working_minutes(start, added, DAY), DAY) == added


@given(moments, moments)
def test_adding_what_was_counted_leads_back_to_within_a_minute(start, end):
    start, end = sorted((start, end))
    counted = working_minutes_between(start, end, DAY)
    assert add_working_minutes(start, counted, DAY) <= max(end, add_working_minutes(start, 0, DAY))
    assert add_working_minutes(start, counted + 1, DAY) > end


@given(moments, minutes)
def test_end_is_never_outside_of_working_time(start, added):
    end = add_working_minutes(start, added, DAY)
    assert works(end)
    assert end >= start


@given(moments, minutes, minutes)
def test_two_steps_are_as_long_as_both_at_once(start, one, other):
    there = add_working_minutes(start, one, DAY)
    at_once = add_working_minutes(start, one + other, DAY)
    assert working_minutes_between(there, at_once, DAY) == other


@given(moments, moments)
def test_counting_backwards_is_the_negative(start, end):
    assert working_minutes_between(end, start, DAY) == -working_minutes_between(start, end, DAY)


@given(moments)
def test_no_day_has_more_than_its_hours(start):
    tomorrow = start + dt.timedelta(days=1)
    assert 0 <= working_minutes_between(start, tomorrow, DAY) <= DAY.minutes


@given(moments, minutes)
def test_zone_of_the_end_changes_nothing(start, added):
    end = add_working_minutes(start, added, DAY).astimezone(dt.UTC)
    assert working_minutes_between(start, end, DAY) == added


@given(moments, minutes)
def test_zone_of_an_end_that_is_past_changes_nothing(end, late):
    start = add_working_minutes(end, late, DAY)
    assert working_minutes_between(start, end.astimezone(dt.UTC), DAY) == -late


def test_zone_has_no_summer_time_so_that_every_working_day_is_as_long():
    offsets = {
        dt.datetime(year, month, 1, tzinfo=CHINA).utcoffset()
        for year in range(2024, 2036)
        for month in range(1, 13)
    }
    assert offsets == {dt.timedelta(hours=8)}


def test_announced_days_win_over_the_calendar():
    monday = dt.date(2026, 7, 6)
    start = at("2026-07-06T10:00")
    off, worked = {monday: False}, {dt.date(2026, 7, 11): True}
    assert add_working_minutes(start, 60, DAY, announced=off) == at("2026-07-07T10:00")
    saturday = at("2026-07-11T10:00")
    assert add_working_minutes(saturday, 60, DAY, announced=worked) == at("2026-07-11T11:00")
    assert working_minutes_between(start, at("2026-07-06T12:00"), DAY, announced=off) == 0


def test_time_is_only_added_forwards():
    with pytest.raises(ValueError, match="forwards"):
        add_working_minutes(at("2026-07-06T10:00"), -1, DAY)


@pytest.mark.parametrize("closes", [dt.time(9), dt.time(8, 59)])
def test_day_that_closes_before_it_opens_is_refused(closes):
    with pytest.raises(ValueError, match="close"):
        WorkingDay(dt.time(9), closes)
