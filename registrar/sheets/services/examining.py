"""Looking at stored rows: what each would do, or what is wrong with it."""

from collections.abc import Sequence

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError
from registrar.sheets.given import Given
from registrar.sheets.kinds import Finding, SheetKind
from registrar.sheets.models import SheetImport, SheetRow
from registrar.sheets.refusals import kept_errors
from registrar.sheets.sealing import values_of_text
from registrar.sheets.states import ImportState, RowState

from .locking import lock_import

BATCH = 250
_WRITTEN = ("key", "title", "effect", "duplicate_of", "changes", "errors", "state", "updated_at")
_TWICE = _("Row {row} of this file is about the same.")


def examine_rows(*, found: SheetImport, kind: SheetKind) -> bool:
    """The next BATCH of rows; whether there were any. In the caller's transaction."""
    if lock_import(found.pk).state != ImportState.READING:
        return False
    rows = list(
        SheetRow.objects.filter(sheet_import=found, state=RowState.READ).order_by("number")[:BATCH]
    )
    if not rows:
        return False
    given = [Given(row.number, values_of_text(row.values)) for row in rows]
    findings = kind.examine(given)
    earlier = _earlier(found, findings)
    for row, finding in zip(rows, findings, strict=True):
        first = earlier.setdefault(finding.key, row.number) if finding.key else row.number
        _write(row, finding, first)
    SheetRow.objects.bulk_update(rows, _WRITTEN, batch_size=BATCH)
    return True


def _earlier(found: SheetImport, findings: Sequence[Finding]) -> dict[str, int]:
    """Which rows looked at before are about the same things, by their keys."""
    keys = {finding.key for finding in findings if finding.key}
    rows = SheetRow.objects.filter(sheet_import=found, key__in=keys).order_by("-number")
    return dict(rows.values_list("key", "number"))


def _write(row: SheetRow, finding: Finding, first: int) -> None:
    errors = list(finding.errors)
    if first != row.number:
        errors.append(FieldError("", "row_repeated", format_lazy(_TWICE, row=first)))
    row.key, row.title = finding.key[:255], _printable(finding.title)
    row.effect, row.duplicate_of = finding.effect, finding.duplicate_of
    row.changes = list(finding.changes)
    row.errors = [*row.errors, *kept_errors(errors)]
    # Bulk updates bypass transitions: this is the only place where a row gets its first state.
    row.__dict__["state"] = _state(row, finding)


def _state(row: SheetRow, finding: Finding) -> RowState:
    if row.errors:
        return RowState.WRONG
    if finding.duplicate_of:
        return RowState.DUPLICATE
    return RowState.READY if finding.effect else RowState.UNCHANGED


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)[:255]
