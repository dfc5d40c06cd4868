"""Taking a file in: its heading is judged at once, its rows by a worker."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.accounts.guard import require
from registrar.errors import NotPermitted, StateConflict
from registrar.jobs import hurry_on_commit
from registrar.oplog.services import record
from registrar.sheets.columns import match_heading
from registrar.sheets.kinds import SheetKind
from registrar.sheets.models import SheetImport
from registrar.sheets.reading.opening import open_table
from registrar.sheets.sealing import sealed_upload
from registrar.sheets.states import ENDED
from registrar.sheets.tasks import work_on_import
from registrar.tenancy.actor import Actor

# Uploads are kept in the database: nobody fills it.
MOST_OPEN = 10
_TOO_MANY = _("Ten imports of this account are not finished yet. Confirm or cancel one first.")


@transaction.atomic
def receive_import(*, actor: Actor, kind: SheetKind, name: str, content: bytes) -> SheetImport:
    """Keep a file, sealed, and have its rows looked at; nothing else happens before somebody
    confirms it.

    InvalidInput (field `file`) for what is no file of ours: each unknown, doubled or missing
    heading is named. StateConflict above MOST_OPEN unfinished imports. NotPermitted.
    """
    require(actor, kind.permission)
    if actor.account_id is None:
        raise NotPermitted
    table = open_table(content)
    columns = match_heading(table.heading, kind.columns)
    if SheetImport.objects.exclude(state__in=ENDED).count() >= MOST_OPEN:
        raise StateConflict("too_many_imports", _TOO_MANY)
    made = SheetImport.objects.create(
        account_id=actor.account_id,
        kind=kind.key,
        file_name=_shown(name),
        format=table.format,
        size=len(content),
        columns=[column.field if column else "" for column in columns],
        made_by=actor.label[:128],
        made_user_id=actor.user_id,
        made_key_id=actor.key_id,
        due_at=timezone.now(),
    )
    sealed_upload(account_id=made.account_id, import_id=made.pk, content=content).save()
    record(
        actor=actor,
        action="import.made",
        about=made,
        after={"list": kind.key, "size": len(content)},
    )
    hurry_on_commit(work_on_import, made.pk, made.account_id)
    return made


def _shown(name: str) -> str:
    """A file's name as it may stand in a list."""
    return "".join(c for c in name if c.isprintable())[-128:].strip() or "?"
