"""What a worker does with an import: one portion, in short transactions, under a lease."""

import structlog
from celery.exceptions import SoftTimeLimitExceeded

from registrar.errors import InvalidInput
from registrar.tenancy.actor import Actor, system_actor
from registrar.tenancy.context import acting_as

from .kinds import SheetKind, get_kind
from .models import SheetImport
from .refusals import kept_refusal
from .services.advancing import (
    fail_import,
    finish_applying,
    finish_reading,
    give_back,
    next_rows,
    take_import,
)
from .services.carrying_out import acting_for, carry_out_row, note_trouble
from .services.examining import examine_rows
from .services.storing import store_rows
from .states import ImportState

log = structlog.get_logger(__name__)
# So many batches of rows are looked at for one message: well below the time a task may take.
_BATCHES = 20


def work_on(*, import_id: int, account_id: int) -> bool:
    """Whether there is more to do. Outside of the fence. What a worker leaves undone when its
    time runs out or it dies, the next one finds as it was."""
    actor = system_actor(account_id)
    with acting_as(actor):
        found = take_import(actor=actor, import_id=import_id)
    if found is None:
        return False
    kind, cut_short = get_kind(found.kind), False
    try:
        if found.state == ImportState.READING:
            more = _read(actor, found, kind)
        else:
            more = _apply(acting_for(found), found, kind)
    except SoftTimeLimitExceeded:
        log.warning("import_portion_cut_short", id=found.pk)
        more = cut_short = True
    if not more:
        return False
    with acting_as(actor):
        return give_back(import_id=import_id, cut_short=cut_short)


def _read(actor: Actor, found: SheetImport, kind: SheetKind) -> bool:
    try:
        store_rows(actor=actor, found=found, kind=kind)
    except InvalidInput as refused:
        with acting_as(actor):
            fail_import(actor=actor, import_id=found.pk, refusal=kept_refusal(refused))
        return False
    for _batch in range(_BATCHES):
        with acting_as(actor):
            if not examine_rows(found=found, kind=kind):
                finish_reading(actor=actor, import_id=found.pk)
                return False
    return True


def _apply(actor: Actor, found: SheetImport, kind: SheetKind) -> bool:
    with acting_as(actor):
        rows = next_rows(found)
        if not rows:
            finish_applying(actor=actor, import_id=found.pk)
            return False
    for row_id in rows:
        _apply_one(actor, found, kind, row_id)
    return True


def _apply_one(actor: Actor, found: SheetImport, kind: SheetKind, row_id: int) -> None:
    """Each row in a transaction of its own: what goes wrong with one is undone for one."""
    try:
        with acting_as(actor):
            carry_out_row(actor=actor, found=found, kind=kind, row_id=row_id)
    except SoftTimeLimitExceeded:
        raise
    except Exception as error:
        log.warning("import_row_trouble", row=row_id, error=type(error).__name__)
        with acting_as(actor):
            note_trouble(row_id=row_id)
