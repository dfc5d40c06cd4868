"""One row, carried out in one transaction through the ordinary services."""

from dataclasses import replace

from django.db import transaction

from registrar.accounts.permissions import Permission
from registrar.accounts.rights_now import rights_of
from registrar.errors import NotPermitted, ServiceError
from registrar.sheets.kinds import SheetKind
from registrar.sheets.models import SheetImport, SheetRow
from registrar.sheets.refusals import UNEXPECTED, kept_errors, kept_refusal
from registrar.sheets.sealing import values_of_text
from registrar.tenancy.actor import Actor, system_actor

from .locking import lock_queued_row
from .moving import move

# A row that fails in a way nobody foresaw is tried again, after the others.
MOST_ATTEMPTS = 3


def acting_for(found: SheetImport) -> Actor:
    """The system, which may do everything, in the name of whoever confirmed: what they may do is
    asked for every row."""
    actor = system_actor(found.account_id)
    return replace(actor, label=found.run_by, user_id=found.run_user_id, key_id=found.run_key_id)


def carry_out_row(*, actor: Actor, found: SheetImport, kind: SheetKind, row_id: int) -> None:
    """Carry out one row if it still waits its turn, and write down what became of it.

    The result and the row change together. A refusal ends the row and nothing else; what the
    row says is forgotten, unless somebody has to correct it.
    """
    row = lock_queued_row(row_id)
    if row is None:
        return
    try:
        with transaction.atomic():
            _require_still(found, kind, row)
            row.made = kind.carry_out(
                actor=actor, values=values_of_text(row.values), effect=row.effect, uid=row.uid
            )
    except ServiceError as refused:
        row.errors = kept_refusal(refused)
        move(row.refuse)
    else:
        row.values = None
        move(row.complete)
    row.save()


def note_trouble(*, row_id: int) -> None:
    """The row failed in a way nobody foresaw, all its changes undone; at last it is refused."""
    row = lock_queued_row(row_id)
    if row is None:
        return
    row.attempts += 1
    if row.attempts >= MOST_ATTEMPTS:
        row.errors = kept_errors([UNEXPECTED])
        move(row.refuse)
    row.save()


def _require_still(found: SheetImport, kind: SheetKind, row: SheetRow) -> None:
    """Whether the person is still a member with that right, or the key still holds its scopes.
    The proof of identity was given for the whole import when it was confirmed."""
    effect = kind.effects[row.effect]
    held = rights_of(user_id=found.run_user_id, key_id=found.run_key_id)
    wanted = {kind.permission, effect.permission}
    if effect.purpose and found.run_key_id:
        wanted.add(Permission.SENSITIVE)
    if not wanted <= held:
        raise NotPermitted()
