"""Rows that were wrong or refused, as they came, with what is wrong: to be corrected and
uploaded again."""

from collections.abc import Iterator, Sequence

from django.http import StreamingHttpResponse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from registrar.errors import NotPermitted
from registrar.oplog.services import record
from registrar.sheets.columns import ERRORS, Column
from registrar.sheets.kinds import SheetKind, get_kind
from registrar.sheets.models import SheetImport, SheetRow
from registrar.sheets.refusals import told_errors
from registrar.sheets.sealing import values_of_text
from registrar.sheets.states import IN_ERROR
from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as

from .files import file_response, heading_of

_NOT_YOURS = _("Only whoever uploaded the file can have its rows back.")


def may_have_report(actor: Actor, found: SheetImport) -> bool:
    """Rows hold what was typed in the clear: they go back to whoever brought them."""
    if found.made_user_id is not None:
        return found.made_user_id == actor.user_id
    return found.made_key_id == actor.key_id


def report(*, actor: Actor, found: SheetImport, kind: str) -> StreamingHttpResponse:
    """A download of one of writing.files.FORMATS; it is noted in the operation log."""
    if not may_have_report(actor, found):
        raise NotPermitted(message=_NOT_YOURS)
    columns = [*_columns(found, get_kind(found.kind)), ERRORS]
    record(actor=actor, action="import.report_taken", about=found)
    rows = _lines(actor, found, columns, translation.get_language())
    return file_response(f"{found.kind}-to-correct", kind, columns, rows)


def _columns(found: SheetImport, kind: SheetKind) -> list[Column]:
    """Those of the file that count, in its order."""
    known = {column.field: column for column in kind.columns if not column.read_only}
    return [known[name] for name in found.columns if name in known]


def _lines(
    actor: Actor, found: SheetImport, columns: Sequence[Column], language: str | None
) -> Iterator[Sequence[str]]:
    names = {column.field: column for column in columns}
    with acting_as(actor), translation.override(language):
        yield heading_of(columns, codes=False)
        rows = SheetRow.objects.filter(sheet_import=found, state__in=IN_ERROR).order_by("number")
        for row in rows.iterator(chunk_size=500):
            values = values_of_text(row.values)
            typed = [values.get(column.field, "") for column in columns[:-1]]
            yield [*typed, " ".join(_sentence(error, names) for error in told_errors(row.errors))]


def _sentence(error: dict[str, str], names: dict[str, Column]) -> str:
    column = names.get(error["field"])
    return f"{column.label}: {error['message']}" if column else error["message"]
