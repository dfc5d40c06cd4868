"""The day on which a licence or certificate was issued."""

from verification.reading.model import LONG_TERM, Field, ReadValue

from .dates import FoundDate, dates_in
from .labels import Mark
from .page import Page
from .picking import first_date, first_value
from .read_values import date_value
from .run import Run
from .values import Form, value_of

# Gaps inside a date that is printed wide, in heights; where the foot of a document begins.
_WIDE = 5.0
_FOOT = 0.6


def issued_on(form: Form) -> ReadValue | None:
    """The date beside its label, or else the date at the foot, by the authority and its seal."""
    return first_value(form, Field.ISSUED_ON, first_date) or _at_foot(form)


def _at_foot(form: Form) -> ReadValue | None:
    page = form.page
    start = _start_of_foot(form)
    rows = Page(tuple(_free_texts(form)), page.width, page.height, page.slope).rows(gap=_WIDE)
    found = [date for run in rows if page.level(run) >= start for date in _days(run)]
    last = max(found, key=lambda date: page.level(date.run), default=None)
    return date_value(page, last) if last else None


def _days(run: Run) -> list[FoundDate]:
    dates = [date for date in dates_in(run) if date.text != LONG_TERM]
    return dates if len(dates) == 1 else []


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
    owned = [run for key in keys for cell in form.labelled(key) for run in value_of(form, cell)]
    beside = [cell.value for cell in form.labelled(Mark.AUTHORITY) if cell.value.text]
    return [run for run in form.texts if run not in owned] + beside
