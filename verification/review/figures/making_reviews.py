"""Tables of the reviewers' and the authorities' work."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from registrar.accounts.models import User

from .cells import Kind, Measure, Share
from .people import by_person
from .period import Period
from .tables import Column, Table

_HOUR, _DAY = 3600, 86400
_MEDIAN, _P90 = 0, 1
WAIT_GROUPS = (
    _("under 1 h"),
    _("1-4 h"),
    _("4-8 h"),
    _("8-24 h"),
    _("1-2 days"),
    _("2-3 days"),
    _("over 3 days"),
)
_COUNTS = ("decisions", "approved", "failed", "asked", "reopened", "overruled")


def times_table(times: Mapping[str, Any]) -> Table:
    return Table(
        "times",
        _("Time to decision"),
        _("Waiting: from entering the queue to the decision. Handling: from the claim to it."),
        (
            Column(_("Time"), Kind.TEXT),
            Column(_("Decisions")),
            Column(_("Median (hours)"), Kind.HOURS),
            Column(_("90th percentile (hours)"), Kind.HOURS),
            Column(_("Decided in time"), Kind.SHARE),
        ),
        (
            (
                str(_("Waiting")),
                times["waits"],
                *_both(times["waited"], times["waits"], _HOUR),
                Share(times["in_time"], times["with_term"]),
            ),
            (
                str(_("Handling")),
                times["claims"],
                *_both(times["handled"], times["claims"], _HOUR),
                "",
            ),
        ),
    )


def waits_table(groups: Mapping[int, int], waits: int) -> Table:
    rows = [
        (str(label), groups.get(number, 0), Share(groups.get(number, 0), waits))
        for number, label in enumerate(WAIT_GROUPS)
    ]
    columns = (Column(_("Waited"), Kind.TEXT), Column(_("Decisions")))
    return Table(
        "waits",
        _("How long they waited"),
        _("Decisions by the hours since the submission entered the queue."),
        (*columns, Column(_("Share"), Kind.SHARE)),
        tuple(rows),
    )


def days_table(
    period: Period, times: Sequence[Mapping[str, Any]], arrived: Mapping[dt.date, int]
) -> Table:
    """A row for each step of the period, also where nothing happened."""
    decided = {row["day"]: row for row in times}
    rows = []
    for day in period.steps():
        row = decided.get(day)
        waits = row["waits"] if row else 0
        rows.append(
            (
                day.isoformat(),
                arrived.get(day, 0),
                row["decisions"] if row else 0,
                *_both(row["waited"] if row else None, waits, _HOUR),
                Share(row["in_time"], row["with_term"]) if row else Share(0, 0),
            )
        )
    return Table(
        "days",
        _("Day by day"),
        _("Weeks and months stand under their first day."),
        (
            Column(_("From"), Kind.TEXT),
            Column(_("Came in")),
            Column(_("Decided")),
            Column(_("Median wait (hours)"), Kind.HOURS),
            Column(_("90th percentile (hours)"), Kind.HOURS),
            Column(_("Decided in time"), Kind.SHARE),
        ),
        tuple(rows),
    )


def reviewer_table(rows: Sequence[Mapping[str, Any]], user: User) -> Table:
    people = by_person(rows, user, lambda group: group)
    return Table(
        "reviewers",
        _("Reviewers"),
        _("Approved, failed and asked count what stands; reopened and overruled were taken back."),
        (
            Column(_("Reviewer"), Kind.TEXT),
            Column(_("Decisions")),
            Column(_("Approved")),
            Column(_("Failed")),
            Column(_("More asked for")),
            Column(_("Reopened")),
            Column(_("Overruled")),
            Column(_("Pass rate"), Kind.SHARE),
            Column(_("Median handling (minutes)"), Kind.MINUTES),
        ),
        tuple((name, *_reviewer_cells(group)) for name, group in people),
    )


def authority_table(rows: Sequence[Mapping[str, Any]]) -> Table:
    return Table(
        "authorities",
        _("Authorities"),
        _("Sent in the period, and results that came in the period."),
        (
            Column(_("Authority"), Kind.TEXT),
            Column(_("Sent")),
            Column(_("Passed")),
            Column(_("Failed")),
            Column(_("Timed out")),
            Column(_("Pass rate"), Kind.SHARE),
            Column(_("Median (days)"), Kind.DAYS),
        ),
        tuple(_authority_row(row) for row in rows),
    )


def _reviewer_cells(group: Sequence[Mapping[str, Any]]) -> tuple[Any, ...]:
    sums = [sum(row[name] for row in group) for name in _COUNTS]
    _decisions, approved, failed, *_rest = sums
    # A median of medians is no median: only who stands alone has one.
    handled = group[0]["handled"] if len(group) == 1 else None
    claims = sum(row["claims"] for row in group)
    return (
        *sums,
        Share(approved, approved + failed),
        _measure(handled, claims, 60, _MEDIAN),
    )


def _authority_row(row: Mapping[str, Any]) -> tuple[Any, ...]:
    passed, failed, late = row["passed"], row["failed"], row["timed_out"]
    return (
        row["authority__name"] or str(_("Not recorded")),
        row["sent"],
        passed,
        failed,
        late,
        Share(passed, passed + failed + late),
        _measure(row["took"], passed + failed, _DAY, _MEDIAN),
    )


def _both(seconds: Sequence[float] | None, count: int, unit: int) -> tuple[Measure, Measure]:
    return _measure(seconds, count, unit, _MEDIAN), _measure(seconds, count, unit, _P90)


def _measure(seconds: Sequence[float] | None, count: int, unit: int, which: int) -> Measure:
    return Measure(seconds[which] / unit if seconds else None, count)
