"""Reading one labelled value of a form, whatever the document."""

from collections.abc import Callable, Sequence

from templates_app.rules.text import HAN, has_han
from verification.reading.model import Field, ReadValue

from .cells import Cell
from .labels import Key, Mark
from .read_values import date_value, dates_of, dates_over, sex_of, text_value
from .run import Run
from .values import Form, value_of, wrapped

# A value whose label was misread may be another's.
MISREAD_LABEL = 0.9
# Shorter first lines of a name are whole names.
_LONG_NAME = 6

Values = dict[Field, ReadValue]


def first_value(
    form: Form, key: Key, accept: Callable[[Form, Cell], ReadValue | None]
) -> ReadValue | None:
    """What `accept` makes of the first label of this key that has something it accepts."""
    found = (accept(form, cell) for cell in form.labelled(key))
    return next((value for value in found if value is not None), None)


def wrapped_text(form: Form, cell: Cell) -> ReadValue | None:
    """A text in Chinese that may go on in the lines below."""
    runs = value_of(form, cell)
    if cell.label is None or not has_han("".join(run.text for run in runs)):
        return None
    runs = [*runs, *wrapped(form, cell.label, runs)]
    return text_value(form.page, runs, trust=_trust(cell))


def person_name(form: Form, cell: Cell) -> ReadValue | None:
    """A person's name in Chinese; only a long one goes on below, and only in Chinese."""
    runs = [run for run in value_of(form, cell) if is_chinese_name(run.text)]
    if cell.label is None or not runs:
        return None
    if sum(len(run.text) for run in runs) >= _LONG_NAME:
        runs += wrapped(form, cell.label, runs, fits=lambda run: is_chinese_name(run.text))
    return text_value(form.page, [chinese_part(run) for run in runs], trust=_trust(cell))


def is_chinese_name(text: str) -> bool:
    """Whether it begins in Chinese and has no figure in it."""
    return bool(HAN.match(text.strip()[:1])) and not any(c.isdigit() for c in text)


def chinese_part(run: Run) -> Run:
    """The run up to the Latin spelling that may follow."""
    end = next((at for at, c in enumerate(run.text) if c.isascii() and c.isalpha()), None)
    return run.cut(0, end).stripped("/,")


def first_date(form: Form, cell: Cell) -> ReadValue | None:
    """Also where only its year stands in the first line."""
    runs = value_of(form, cell)
    found = dates_of(runs)
    if not found and cell.label is not None:
        found = dates_over(runs, wrapped(form, cell.label, runs))
    return date_value(form.page, found[0]) if found else None


def sex_value(form: Form, cell: Cell) -> ReadValue | None:
    runs = value_of(form, cell)
    value = text_value(form.page, runs[:1])
    sex = sex_of(value.text) if value else ""
    return ReadValue(sex, value.confidence, value.box) if value and sex else None


def term(form: Form, cells: Sequence[Cell] | None = None) -> Values:
    """First and last day of the validity: `2015.03.04-2035.03.04`, `自…至…`, `至长期`, `长期`."""
    for cell in form.labelled(Mark.TERM) if cells is None else cells:
        runs = value_of(form, cell)
        if cell.label is not None:
            runs = [*runs, *wrapped(form, cell.label, runs)]
        found = dates_of(runs)
        if len(found) > 1:
            first, last = date_value(form.page, found[0]), date_value(form.page, found[-1])
            return {Field.ISSUED_ON: first, Field.EXPIRES_ON: last}
        if found and not _begins_only(runs):
            return {Field.EXPIRES_ON: date_value(form.page, found[0])}
    return {}


def _begins_only(runs: Sequence[Run]) -> bool:
    """自2015年3月4日 and no more: the end could not be read."""
    text = "".join(run.text for run in runs).strip()
    return text.startswith(("自", "从")) or text.endswith(("至", "-", "—"))


def _trust(cell: Cell) -> float:
    return 1.0 if cell.exact else MISREAD_LABEL


def put(values: Values, field: Field, value: ReadValue | None) -> None:
    """Add a value that was found."""
    if value is not None:
        values[field] = value
