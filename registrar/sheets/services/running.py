"""Confirming an import, and letting one go."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.accounts.guard import require
from registrar.accounts.step_up import require_proof
from registrar.errors import InvalidInput
from registrar.jobs import hurry_on_commit
from registrar.oplog.services import record
from registrar.sheets.kinds import get_kind
from registrar.sheets.models import SheetImport, SheetRow, SheetUpload
from registrar.sheets.selectors import counts_of_rows
from registrar.sheets.states import ImportState, RowState
from registrar.sheets.tasks import work_on_import
from registrar.tenancy.actor import Actor

from .locking import lock_import
from .moving import move

_NOTHING = _("No row of this file can be carried out. Correct it and upload it again.")
_LEFT = (RowState.READ, RowState.READY, RowState.DUPLICATE, RowState.QUEUED)


@transaction.atomic
def run_import(*, actor: Actor, found: SheetImport, duplicates: bool = False) -> SheetImport:
    """Have every row that is ready carried out; those that are there already only if
    `duplicates`. Accepted in one step, however many rows.

    NotPermitted unless the asker may do what the rows do; StepUpRequired, or NotPermitted for
    a key without `sensitive`, where one of them needs a proof of identity. InvalidInput when
    there is nothing to carry out; StateConflict when it was confirmed already.
    """
    kind = get_kind(found.kind)
    require(actor, kind.permission)
    row = lock_import(found.pk)
    move(row.run)
    chosen = [RowState.READY, *([RowState.DUPLICATE] if duplicates else [])]
    rows = SheetRow.objects.filter(sheet_import=row, state__in=chosen)
    effects = set(rows.values_list("effect", flat=True).distinct())
    if not effects:
        raise InvalidInput("nothing_to_run", _NOTHING)
    for effect in sorted(effects):
        require(actor, kind.effects[effect].permission)
    for purpose in {kind.effects[effect].purpose for effect in effects} - {None}:
        require_proof(actor=actor, purpose=purpose)  # type: ignore[arg-type]
    queued = rows.update(state=RowState.QUEUED)
    row.started_at = row.due_at = timezone.now()
    row.run_by = actor.label[:128]
    row.run_user_id, row.run_key_id = actor.user_id, actor.key_id
    row.save()
    _log(actor, row, "started", ImportState.PREVIEW, lines=queued)
    hurry_on_commit(work_on_import, row.pk, row.account_id)
    return row


@transaction.atomic
def cancel_import(*, actor: Actor, found: SheetImport) -> SheetImport:
    """Let go of what has not been carried out, and forget what the file said; StateConflict
    when nothing is left to let go."""
    require(actor, get_kind(found.kind).permission)
    row = lock_import(found.pk)
    before = row.state
    move(row.cancel)
    waiting = SheetRow.objects.filter(sheet_import=row, state__in=_LEFT)
    left = waiting.update(state=RowState.SKIPPED)
    SheetRow.objects.filter(sheet_import=row).update(values=None)
    SheetUpload.objects.filter(sheet_import=row).delete()
    row.due_at, row.ended_at, row.counts = None, timezone.now(), dict(counts_of_rows(row))
    row.save()
    _log(actor, row, "cancelled", before, lines=left)
    return row


def _log(actor: Actor, row: SheetImport, verb: str, before: str, **after: Any) -> None:
    record(
        actor=actor,
        action=f"import.{verb}",
        about=row,
        before={"state": str(before)},
        after={"state": str(row.state), **after},
    )
