"""Counting working hours; pure, no clock. A day's hours are those of `WorkingDay`."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .counting import is_working_day

_NOTHING_ANNOUNCED: Mapping[dt.date, bool] = MappingProxyType({})
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkingDay:
    """From when to when is worked on a working day, in the zone of the moments given."""

    opens: dt.time
    closes: dt.time

    @property
    def minutes(self) -> int:
        opens = dt.timedelta(hours=self.opens.hour, minutes=self.opens.minute)
        closes = dt.timedelta(hours=self.closes.hour, minutes=self.closes.minute)
        return int((closes - opens).total_seconds()) // 60

    def __post_init__(self) -> None:
        if self.minutes <= 0:
            raise ValueError("a working day must close after it opens")


def add_working_minutes(
    start: dt.datetime,
    minutes: int,
    day: WorkingDay,
    *,
    announced: Mapping[dt.date, bool] = _NOTHING_ANNOUNCED,
) -> dt.datetime:
    """The moment when `minutes` of working time have passed since `start`.

    `start` is aware and its zone is the one in which days open and close. Zero minutes outside
    of working time give the next opening. ValueError for a negative number.
    """
    if minutes < 0:
        raise ValueError("working time can only be added forwards")
    date, left = start.date(), dt.timedelta(minutes=minutes)
    while True:
        opens, closes = _span(date, start, day)
        begins = max(start, opens)
        if is_working_day(date, announced=announced).working and begins < closes:
            if begins + left <= closes:
                return begins + left
            left -= closes - begins
        date += _ONE_DAY


def working_minutes_between(
    start: dt.datetime,
    end: dt.datetime,
    day: WorkingDay,
    *,
    announced: Mapping[dt.date, bool] = _NOTHING_ANNOUNCED,
) -> int:
    """Whole minutes of working time from `start` to `end`; negative when `end` lies before.
    Days open and close in the zone of `start`."""
    if end < start:
        # The days are those of `start`, whichever comes first.
        earlier = end.astimezone(start.tzinfo)
        return -working_minutes_between(earlier, start, day, announced=announced)
    passed, date = dt.timedelta(), start.date()
    while date <= end.astimezone(start.tzinfo).date():
        opens, closes = _span(date, start, day)
        if is_working_day(date, announced=announced).working:
            passed += max(min(end, closes) - max(start, opens), dt.timedelta())
        date += _ONE_DAY
    return int(passed.total_seconds()) // 60


def _span(date: dt.date, like: dt.datetime, day: WorkingDay) -> tuple[dt.datetime, dt.datetime]:
    return (
        dt.datetime.combine(date, day.opens, like.tzinfo),
        dt.datetime.combine(date, day.closes, like.tzinfo),
    )
