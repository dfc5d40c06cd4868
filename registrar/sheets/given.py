"""A row of a file as values by field (pure)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from registrar.csv_out import undefused
from registrar.errors import FieldError

from .columns import Column
from .reading.model import Row

_NO_HEADING = _("A cell of this row stands in a column without a heading.")
_NUL = _("A cell of this row holds a NUL character.")


@dataclass(frozen=True, slots=True)
class Given:
    """What one row says, and what could not be read of it. Read-only columns are left out."""

    number: int
    values: Mapping[str, str]
    errors: Sequence[FieldError] = ()


def given_of(row: Row, columns: Sequence[Column | None]) -> Given:
    """Every cell under a heading; the mark that an export puts before formulas taken off."""
    values: dict[str, str] = {}
    errors: list[FieldError] = []
    for position, text in enumerate(row.cells):
        column = columns[position] if position < len(columns) else None
        if column is None:
            if text.strip():
                errors.append(FieldError("", "cell_without_column", _NO_HEADING))
            continue
        if column.read_only:
            continue
        trouble = row.troubles.get(position)
        if trouble:
            errors.append(FieldError(column.field, trouble.code, trouble.message))
        if "\0" in text:
            errors.append(FieldError(column.field, "invalid_character", _NUL))
        values[column.field] = undefused(text).replace("\0", "�")
    return Given(row.number, values, errors)
