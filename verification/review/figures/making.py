"""All tables of the page, from a constant number of queries."""

from dataclasses import dataclass
from typing import Any

from registrar.accounts.models import User
from verification.catalogue.catalogue import reasons
from verification.languages import current_language

from . import selectors
from .making_reasons import disagreement_tables, reason_table, warning_tables
from .making_reviews import authority_table, days_table, reviewer_table, times_table, waits_table
from .people import may_see_reviewers
from .period import Step
from .selectors import QueueNow
from .sums import Disagreement, disagreement
from .tables import Table
from .wanted import Wanted


@dataclass(frozen=True, slots=True)
class Figures:
    """`tables` by key; `times` as selectors.times."""

    step: Step
    times: dict[str, Any]
    queue: QueueNow
    disagreement: Disagreement
    tables: dict[str, Table]


def make_figures(wanted: Wanted, user: User) -> Figures:
    """Nine queries, whatever the period holds; `user` decides whose names are said."""
    step = wanted.period.step
    only = None if may_see_reviewers(user) else user.pk
    times = selectors.times(wanted)
    approved = selectors.approved_here(wanted)
    outcomes = selectors.outcomes(wanted)
    causes = {code: reason.causes for code, reason in reasons().items()}
    language = current_language()
    tables = (
        times_table(times),
        waits_table(selectors.wait_groups(wanted), times["waits"]),
        days_table(
            wanted.period,
            selectors.times_by_step(wanted, step),
            selectors.arrived_by_step(wanted, step),
        ),
        reviewer_table(selectors.by_reviewer(wanted, only=only), user),
        authority_table(selectors.by_authority(wanted)),
        reason_table(outcomes, language),
        *disagreement_tables(approved, user, language),
        *warning_tables(outcomes, causes, language),
    )
    return Figures(
        step=step,
        times=times,
        queue=selectors.queue_now(wanted),
        disagreement=disagreement(approved),
        tables={table.key: table for table in tables},
    )
