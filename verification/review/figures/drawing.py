"""The page's plots, from its tables."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from .cells import Measure
from .period import Step
from .plots import Plot, Series, plot
from .scales import short_dates
from .tables import Table

# The groups of the waits as an axis has room for them: hours, then days.
SHORT_GROUPS = ("<1h", "1-4h", "4-8h", "8-24h", "1-2d", "2-3d", ">3d")


def draw_plots(tables: dict[str, Table], step: Step) -> list[tuple[Plot | None, Table]]:
    """Each with the table that says the same; None where there is nothing to draw."""
    days = tables["days"]
    dates = short_dates([str(row[0]) for row in days.rows], months=step is Step.MONTH)
    return [
        (_distribution(tables["waits"]), tables["waits"]),
        (_medians(days, dates), days),
        (_flow(days, dates), days),
    ]


def _distribution(waits: Table) -> Plot | None:
    return plot(
        key="waits",
        title=_("Time to decision"),
        about=_("Bars: how many decisions were made after how long a wait."),
        unit=_("decisions"),
        labels=SHORT_GROUPS,
        bars=[_whole(row[1]) for row in waits.rows],
        bar_label=_("decisions by their wait"),
    )


def _medians(days: Table, dates: list[str]) -> Plot | None:
    medians = [_measure(row[3]) for row in days.rows]
    return plot(
        key="medians",
        title=_("Wait over time"),
        about=_("Lines: median and 90th percentile of the wait, in hours."),
        unit=_("hours"),
        labels=dates,
        series=(
            Series("second", _("90th percentile"), [_measure(r[4]).value for r in days.rows]),
            Series(
                "first", _("median"), [m.raw for m in medians], sure=[m.enough for m in medians]
            ),
        ),
    )


def _flow(days: Table, dates: list[str]) -> Plot | None:
    return plot(
        key="flow",
        title=_("Came in and decided"),
        about=_("Bars: submissions that came in. Line: decisions."),
        unit=_("submissions"),
        labels=dates,
        bars=[_whole(row[1]) for row in days.rows],
        bar_label=_("came in"),
        series=(
            Series("first", _("reviews decided"), [float(_whole(row[2])) for row in days.rows]),
        ),
    )


def _whole(cell: Any) -> int:
    return int(cell)


def _measure(cell: Any) -> Measure:
    return cell if isinstance(cell, Measure) else Measure(None, 0)
