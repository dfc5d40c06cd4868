"""The day on which a licence or certificate was issued."""

from collections.abc import Sequence
from itertools import pairwise

from verification.reading.model import LONG_TERM, Field, ReadValue

from .cells import Cell
from .dates import FoundDate, dates_in
from .labels import Mark
from .page import Page
from .picking import first_date, first_value
from .read_values import date_value, dates_over
from .run import Run
from .values import Form, value_of, wrapped

# Gaps inside a date that is printed wide, in heights; where the foot of a document begins.
_WIDE = 5.0
_FOOT = 0.6
# Of two lines of one date, in heights.
_PITCH = 2.0


def issued_on(form: Form) -> ReadValue | None:
    """The date beside its label, or else the date at the foot, by the authority and its seal."""
    return first_value(form, Field.ISSUED_ON, first_date) or _at_foot(form)


def _at_foot(form: Form) -> ReadValue | None:
    page = form.page
    start = _start_of_foot(form)
    rows = Page(tuple(_free_texts(form)), page.width, page.height, page.slope).rows(gap=_WIDE)
    foot = [run for run in rows if page.level(run) >= start]
    found = [date for run in foot for date in _days(dates_in(run))]
    # The year in one line and month and day in the next.
    found = found or [
        date
        for one, two in pairwise(foot)
        if _below(page, one, two)
        for date in _days(dates_over([one], [two]))
    ]
    last = max(found, key=lambda date: page.level(date.run), default=None)
    return date_value(page, last) if last else None


def _days(dates: Sequence[FoundDate]) -> list[FoundDate]:
    """The only one in its row."""
    days = [date for date in dates if date.text != LONG_TERM]
    return days if len(days) == 1 else []


def _below(page: Page, one: Run, two: Run) -> bool:
    """Whether two stands right below one."""
    near = page.level(two) - page.level(one) <= _PITCH * max(page.tall(one), page.tall(two))
    return near and one.left < two.right and two.left < one.right


def _start_of_foot(form: Form) -> float:
    """The level of the authority's label, or three fifths down the text."""
    page = form.page
    labels = [page.level(cell.label) for cell in form.labelled(Mark.AUTHORITY) if cell.label]
    levels = [page.level(run) for run in page.runs]
    foot = min(levels) + _FOOT * (max(levels) - min(levels)) if levels else 0.0
    return min([foot, *(level - 1.0 for level in labels)])


def _free_texts(form: Form) -> list[Run]:
    """Texts and authorities' values, without the values of other labels."""
    keys = (Mark.TERM, Mark.FOUNDED)
    owned = [run for key in keys for cell in form.labelled(key) for run in _lines(form, cell)]
    beside = [cell.value for cell in form.labelled(Mark.AUTHORITY) if cell.value.text]
    return [run for run in form.texts if run not in owned] + beside


def _lines(form: Form, cell: Cell) -> list[Run]:
    first = value_of(form, cell)
    return [*first, *wrapped(form, cell.label, first)] if cell.label is not None else first
