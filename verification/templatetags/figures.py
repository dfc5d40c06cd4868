"""{% load figures %}: cells of the tables of figures, in words."""

from django import template
from django.utils.translation import gettext as _

from verification.review.figures.cells import Cell, Kind, Measure, Share

register = template.Library()
_DIGITS = {Kind.HOURS: 1, Kind.MINUTES: 0, Kind.DAYS: 1}


@register.filter
def figure(cell: Cell, kind: Kind = Kind.HOURS) -> str:
    """{{ cell|figure:column.kind }}: what rests on too few cases says so."""
    if isinstance(cell, Share):
        return _few(cell.whole) if cell.percent is None else f"{cell.percent:.0f} %"
    if isinstance(cell, Measure):
        digits = _DIGITS.get(kind, 1)
        return _few(cell.count) if cell.value is None else f"{cell.value:,.{digits}f}"
    return f"{cell:,}" if isinstance(cell, int) else cell


@register.filter
def bar_width(cell: Cell) -> str:
    """The share as the width of a bar in percent; "" where there is no share to show."""
    percent = cell.percent if isinstance(cell, Share) else None
    return "" if percent is None else f"{percent:.1f}%"


@register.filter
def pairs(row: tuple[Cell, ...], columns: tuple[object, ...]) -> list[tuple[Cell, object]]:
    """{% for cell, column in row|pairs:table.columns %}"""
    return list(zip(row, columns, strict=True))


def _few(count: int) -> str:
    return _("too few") if count else "–"
