"""Portions of many small jobs: each in a transaction of its own, none that stops the others."""

from collections.abc import Callable, Iterable

import structlog
from celery.exceptions import SoftTimeLimitExceeded

log = structlog.get_logger(__name__)


def work_through(
    ids: Iterable[int],
    *,
    carry_out: Callable[[int], None],
    note_trouble: Callable[[int], None],
    what: str,
) -> None:
    """As many as the task has time for; the one at which it runs out is undone, and no worse
    for it. Both callables open the transaction themselves: an error that nobody foresaw undoes
    its own job, which `note_trouble` then counts. `what` is how log lines call one job.
    """
    try:
        for number in ids:
            _one(number, carry_out, note_trouble, what)
    except SoftTimeLimitExceeded:
        log.warning(f"{what}_portion_cut_short", at=number)


def _one(
    number: int, carry_out: Callable[[int], None], note_trouble: Callable[[int], None], what: str
) -> None:
    try:
        carry_out(number)
    except SoftTimeLimitExceeded:
        raise
    except Exception as error:
        log.warning(f"{what}_trouble", row=number, error=type(error).__name__)
        note_trouble(number)
