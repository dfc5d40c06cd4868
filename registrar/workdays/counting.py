"""Counting working days; pure, no clock."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

import chinese_calendar

from .statutory import is_statutory_holiday

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5
_NOTHING_ANNOUNCED: Mapping[date, bool] = MappingProxyType({})


class DayStatus(NamedTuple):
    """Whether a day is worked; `provisional` when its official schedule is not known."""

    working: bool
    provisional: bool


class WorkdayResult(NamedTuple):
    """A day reached by counting; `provisional` when any day on the way was."""

    date: date
    provisional: bool


class WorkdayCount(NamedTuple):
    """A number of working days; `provisional` when any day counted was."""

    days: int
    provisional: bool


def is_working_day(day: date, *, announced: Mapping[date, bool] = _NOTHING_ANNOUNCED) -> DayStatus:
    """Tell whether `day` is worked in mainland China.

    `announced` holds days that staff entered from an official notice (True:
    worked, False: off); it wins over everything and is not provisional. Years
    that the calendar library does not cover (today 2027 and later) fall back to
    weekdays without statutory holidays and are provisional.
    """
    if day in announced:
        return DayStatus(announced[day], provisional=False)
    return _by_library(day)


@lru_cache(maxsize=4096)
def _by_library(day: date) -> DayStatus:
    """The same days are asked for by every row of a list; the library's data never change."""
    try:
        return DayStatus(chinese_calendar.is_workday(day), provisional=False)
    except NotImplementedError:
        working = day.weekday() < _SATURDAY and not is_statutory_holiday(day)
        return DayStatus(working, provisional=True)


def add_working_days(
    start: date, days: int, *, announced: Mapping[date, bool] = _NOTHING_ANNOUNCED
) -> WorkdayResult:
    """Return the `days`-th working day after `start`; `start` itself never counts.

    Zero days give `start` unchanged. Raises ValueError for a negative number and
    OverflowError past the year 9999.
    """
    if days < 0:
        raise ValueError("working days can only be added forwards")
    day, provisional = start, False
    while days:
        day += _ONE_DAY
        status = is_working_day(day, announced=announced)
        provisional |= status.provisional
        days -= status.working
    return WorkdayResult(day, provisional)


def working_days_between(
    start: date, end: date, *, announced: Mapping[date, bool] = _NOTHING_ANNOUNCED
) -> WorkdayCount:
    """Count the working days after `start` up to and including `end`.

    The inverse of `add_working_days`. Negative when `end` lies before `start`,
    so that an overdue deadline shows by how much.
    """
    if end < start:
        count = working_days_between(end, start, announced=announced)
        return WorkdayCount(-count.days, count.provisional)
    statuses = [
        is_working_day(start + timedelta(days=n), announced=announced)
        for n in range(1, (end - start).days + 1)
    ]
    return WorkdayCount(
        sum(status.working for status in statuses),
        any(status.provisional for status in statuses),
    )
