"""What lines tell that no value says: strangers' titles, and labels whose place is empty."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verification.reading.model import Field, TextLine

from .cells import Cell, cells_of
from .folding import compact, folded
from .labels import CARD, ORGANISATION, TRAVEL, Labels
from .page import page_of
from .titles import titles_of
from .values import Form, value_of

_FORMS: tuple[Labels, ...] = (CARD, ORGANISATION, TRAVEL)
_KEYS = (Field.NAME, Field.NUMBER)
_CARD_LABELS = (Field.NAME, Field.SEX, Field.BORN_ON, Field.ADDRESS, Field.NUMBER)
_LONG_NUMBERS = ("公民身份", "统一社会")
_MOST_OF_NUMBER = 12


@dataclass(frozen=True, slots=True)
class Traces:
    """`titled`: a title of one of our types; `stranger`: of a document that is none of them.

    `labels`: how many kinds of labels of one form were read without a slip, at most.
    `blank`: name or number, where its label was read and nothing stands beside or under it, or
    where all other labels of a card were read and this one wasn't.
    """

    titled: bool
    stranger: bool
    labels: int
    blank: frozenset[Field]


def traces_of(lines: Sequence[TextLine], *, width: int, height: int) -> Traces:
    """The traces in the lines of an upright picture of this size in pixels. Never raises."""
    page = page_of(lines, width=width, height=height)
    titles = titles_of(page)
    forms = [Form(page, tuple(cells_of(page, labels))) for labels in _FORMS]
    return Traces(
        titled=any(title.code for title in titles),
        stranger=any(not title.code and title.exact for title in titles),
        labels=max(map(_labels, forms)),
        blank=frozenset(_blank(max(forms, key=_labels))),
    )


def _labels(form: Form) -> int:
    return len({cell.key for cell in form.cells if cell.label is not None and cell.exact})


def _blank(form: Form) -> Iterable[Field]:
    for key in _KEYS:
        cells = [cell for cell in form.labelled(key) if cell.exact]
        if all(_is_empty(form, cell) for cell in cells) if cells else _is_only_gap(form, key):
            yield key


def _is_empty(form: Form, cell: Cell) -> bool:
    """Whether nothing stands there, or of an eighteen-character number not even most of it."""
    text = "".join(run.text for run in value_of(form, cell))
    long = cell.label is not None and folded(compact(cell.label).text).startswith(_LONG_NUMBERS)
    return not text or (long and sum(c.isalnum() for c in text) < _MOST_OF_NUMBER)


def _is_only_gap(form: Form, key: Field) -> bool:
    """Whether all labels of a card were read but this one: it is covered with its value."""
    read = {cell.key for cell in form.cells if cell.label is not None and cell.exact}
    return set(_CARD_LABELS) - read == {key}
