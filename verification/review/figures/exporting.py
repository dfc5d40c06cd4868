"""A table as CSV."""

from collections.abc import Iterator
from typing import Any

from registrar.csv_out import Value
from registrar.tenancy.actor import Actor
from verification.models import FiguresExport

from .cells import Cell, Kind, Measure, Share
from .tables import Column, Table


def record_export(*, actor: Actor, table: str, asked: dict[str, Any]) -> FiguresExport:
    """Keep who took what, in the caller's transaction."""
    row = FiguresExport(
        table=table,
        asked=asked,
        actor_label=actor.label[:128],
        actor_id=actor.user_id,
        ip=actor.ip or "",
        request_id=actor.request_id or "",
    )
    row.save(force_insert=True)
    return row


def csv_rows(table: Table) -> Iterator[list[Value]]:
    """Heads and rows; what rests on too few cases is an empty cell."""
    yield [_head(column) for column in table.columns]
    for row in table.rows:
        yield [_plain(cell) for cell in row]


def _head(column: Column) -> str:
    return f"{column.label} (%)" if column.kind is Kind.SHARE else str(column.label)


def _plain(cell: Cell) -> Value:
    if isinstance(cell, Share):
        return None if cell.percent is None else round(cell.percent, 1)
    if isinstance(cell, Measure):
        return None if cell.value is None else round(cell.value, 2)
    return cell
