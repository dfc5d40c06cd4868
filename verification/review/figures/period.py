"""The time that the figures are about, and how a plot divides it. Pure."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

# A plot shows at most about a hundred points.
_DAYS_BY_DAY = 92
_DAYS_BY_WEEK = 2 * 366


class Step(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days of the installation's time zone, both ends included."""

    first: dt.date
    last: dt.date

    @property
    def step(self) -> Step:
        days = (self.last - self.first).days + 1
        if days <= _DAYS_BY_DAY:
            return Step.DAY
        return Step.WEEK if days <= _DAYS_BY_WEEK else Step.MONTH

    def begin(self, zone: dt.tzinfo) -> dt.datetime:
        return dt.datetime.combine(self.first, dt.time.min, zone)

    def end(self, zone: dt.tzinfo) -> dt.datetime:
        """The first moment that is no longer in it."""
        return dt.datetime.combine(self.last + dt.timedelta(days=1), dt.time.min, zone)

    def steps(self) -> Iterator[dt.date]:
        """The first day of each step, as PostgreSQL's date_trunc has it (weeks from Monday)."""
        day = _floor(self.first, self.step)
        while day <= self.last:
            yield day
            day = _next(day, self.step)


def last_days(count: int, today: dt.date) -> Period:
    return Period(today - dt.timedelta(days=count - 1), today)


def _floor(day: dt.date, step: Step) -> dt.date:
    if step is Step.WEEK:
        return day - dt.timedelta(days=day.weekday())
    return day.replace(day=1) if step is Step.MONTH else day


def _next(day: dt.date, step: Step) -> dt.date:
    if step is Step.MONTH:
        return (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
    return day + dt.timedelta(days=7 if step is Step.WEEK else 1)
