"""Columns that a list can have, and finding them in the heading of somebody's file (pure)."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError, InvalidInput, Text
from registrar.languages import in_every_language

from .reading.model import Row, cell_name
from .refusing import filled

_IGNORED = re.compile(r"[\s_*＊]+")
_UNKNOWN = _("There is no column “{heading}” in this list.")
_TWICE = _("The column “{heading}” stands in the file twice.")
_MISSING = _("The column “{heading}” is missing.")
_MOST_TOLD = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. A heading may be the field's code or its label in any language.

    `required`: the file must have it, unless it has one that `identifies` objects which are there
    already: what is left out stays as it is. `read_only`: it is exported, and passed over at
    import. `example` stands in the empty file that people begin with. `is_flag`: its cells mean
    yes or no, which changes name by those codes.
    """

    field: str
    label: Text
    required: bool = False
    identifies: bool = False
    read_only: bool = False
    example: Text = ""
    is_flag: bool = False
    hint: Text = ""
    width: int = 16

    def names(self) -> list[str]:
        return [self.field, *in_every_language(self.label).values()]


# What a report adds to the rows that were refused; passed over when they come back.
ERRORS = Column(field="errors", label=_("What is wrong"), read_only=True, width=60)


def match_heading(heading: Row, columns: Sequence[Column]) -> list[Column | None]:
    """The column at each position, None where the heading is empty.

    InvalidInput (field `file`) naming every heading that is unknown or stands twice, and every
    column that is missing.
    """
    known = {_normal(name): c for c in (*columns, ERRORS) for name in c.names()}
    found: list[Column | None] = []
    errors: list[FieldError] = []
    for position, text in enumerate(heading.cells):
        column = known.get(_normal(text))
        if not text.strip():
            column = None
        elif column is None:
            errors.append(
                _error("unknown_column", _UNKNOWN, text, cell_name(heading.number, position))
            )
        elif column in found:
            errors.append(
                _error("duplicate_column", _TWICE, text, cell_name(heading.number, position))
            )
        found.append(column)
    if not any(column and column.identifies for column in found):
        missing = [c for c in columns if c.required and c not in found]
        errors += [_error("missing_column", _MISSING, column.label) for column in missing]
    if errors:
        raise InvalidInput("file_refused", errors[0].message, errors=errors[:_MOST_TOLD])
    return found


def _normal(text: str) -> str:
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text).casefold())


def _error(code: str, message: Text, heading: Text, cell: str = "") -> FieldError:
    shown = heading[:64] if isinstance(heading, str) else heading
    text = filled(message, heading=shown)
    return FieldError(
        "file", code, filled("{cell}: {text}", cell=cell, text=text) if cell else text
    )
