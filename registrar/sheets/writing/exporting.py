"""Exporting rows of the database: any number of them, read through a cursor while they leave."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet
from django.http import StreamingHttpResponse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from registrar.accounts.models import Account
from registrar.accounts.services.as_object import AccountAsObject
from registrar.errors import FieldError, InvalidInput, NotPermitted
from registrar.oplog.services import record
from registrar.sheets.columns import Column
from registrar.sheets.limits import MAX_SHEET_ROWS
from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as

from .files import file_response, heading_of

M = TypeVar("M", bound=Model)
_AT_ONCE = 2_000
_TOO_MANY = _("A sheet of Excel has room for a million rows. Narrow the filter, or take CSV.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Export(Generic[M]):
    """What leaves: rows in their order, and the cells that each becomes. With `codes` headings
    and values are those of the API; else words in the active language."""

    name: str
    action: str
    columns: Sequence[Column]
    rows: QuerySet[M]
    cells: Callable[[M], Sequence[str]]
    codes: bool
    asked: str = ""


def export(*, actor: Actor, what: Export[Any], kind: str) -> StreamingHttpResponse:
    """A download of one of writing.files.FORMATS, noted in the operation log.

    The permission to read the list is the caller's to ask. Called inside the fence; the rows are
    read later, when the request's transaction has ended: in one of their own, as the same actor.
    InvalidInput for more rows than XLSX can hold.
    """
    if actor.account_id is None:
        raise NotPermitted
    count = what.rows.count()
    if kind == "xlsx" and count >= MAX_SHEET_ROWS:
        raise InvalidInput(errors=[FieldError("format", "too_many_rows", _TOO_MANY)])
    record(
        actor=actor,
        action=what.action,
        about=AccountAsObject(Account.objects.get(pk=actor.account_id)),
        after={"format": kind, "rows": count, "filter": what.asked},
    )
    name = f"{what.name}-{timezone.localdate():%Y%m%d}"
    return file_response(name, kind, what.columns, _lines(actor, what, translation.get_language()))


def _lines(actor: Actor, what: Export[Any], language: str | None) -> Iterator[Sequence[str]]:
    with acting_as(actor), translation.override(language):
        yield heading_of(what.columns, codes=what.codes)
        for row in what.rows.iterator(chunk_size=_AT_ONCE):
            yield what.cells(row)
