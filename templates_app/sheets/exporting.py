"""Info templates as they leave in a file: the document number masked, as everywhere."""

import datetime as dt
from functools import partial

from django.db.models import QuerySet
from django.utils import timezone

from registrar.sheets.writing.exporting import Export
from templates_app.models import InfoTemplate
from templates_app.selectors import NEWEST

from .columns import EXPORTED


def templates_export(
    rows: QuerySet[InfoTemplate], *, asked: str, codes: bool
) -> Export[InfoTemplate]:
    """The rows of a list, the newest first. `asked` is its filter, for the operation log."""
    return Export(
        name="templates",
        action="template.exported",
        columns=EXPORTED,
        rows=rows.order_by(*NEWEST),
        cells=partial(_cells, codes=codes),
        codes=codes,
        asked=asked,
    )


def _cells(template: InfoTemplate, *, codes: bool) -> list[str]:
    return [_cell(template, column.field, codes=codes) for column in EXPORTED]


def _cell(template: InfoTemplate, field: str, *, codes: bool) -> str:
    if field == "id":
        return template.public_id
    if field == "document_number_masked":
        return template.number_masked
    if field in {"state", "holder_type"} and not codes:
        return str(getattr(template, f"get_{field}_display")())
    value = getattr(template, field)
    return _moment(value) if isinstance(value, dt.datetime) else str(value or "")


def _moment(moment: dt.datetime) -> str:
    return timezone.localtime(moment).isoformat(" ", "minutes")[:16]
