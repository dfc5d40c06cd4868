"""Finding a row by the id that left the system."""

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import QuerySet

from registrar import public_ids
from registrar.errors import NotFound

from .models import TenantModel

M = TypeVar("M", bound=TenantModel)


def find_by_public_id(rows: QuerySet[M], text: str) -> M:
    """The row of `rows` with this public id. NotFound for anything else: a damaged id, another
    kind's, another account's."""
    value = public_ids.decode(rows.model.id_prefix, text)
    row = rows.filter(uid=value).first() if value else None
    if row is None:
        raise NotFound()
    return row


def find_all_by_public_id(rows: QuerySet[M], texts: Iterable[str]) -> dict[str, M]:
    """Those of `rows` that are called so, by their public ids; one query, however many."""
    values = {text: public_ids.decode(rows.model.id_prefix, text) for text in set(texts)}
    known = {value: text for text, value in values.items() if value is not None}
    found = rows.filter(uid__in=list(known)) if known else rows.none()
    return {known[row.uid]: row for row in found}
