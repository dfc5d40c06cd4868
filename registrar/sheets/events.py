"""What programs are told of imports; each row's own work is told by its object."""

from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission
from registrar.events.event_type import Data, EventField, EventType, Words
from registrar.events.fields import code, codes, number
from registrar.events.making import event_type, from_entry
from registrar.oplog.models import LogEntry

from .states import ImportState, RowState

_type = partial(
    event_type, scope=Permission.IMPORTS_WRITE, example="imp_01k2h5zq3ye8n9t6m4x7r1c0vb"
)
_state = partial(code, values=ImportState.values)


def _told(
    verb: str,
    title: Words,
    description: Words,
    *fields: EventField,
    now: ImportState,
    was: ImportState | None = None,
    actions: tuple[str, ...] = (),
) -> EventType:
    before = (_state("previous_state", _("State before."), was),) if was else ()
    said = from_entry("state", *(field.name for field in fields))

    def make(entry: LogEntry, about: Any) -> Data:
        return {"state": str(about.state)} | said(entry, about)

    return _type(
        f"import.{verb}",
        title,
        description,
        *(_state("state", _("State now."), now), *before, *fields),
        make_data=make,
        actions=actions,
    )


EVENTS = (
    _told(
        "created",
        _("File uploaded for import"),
        _("It is being read; nothing is changed before somebody confirms it."),
        code("list", _("What its rows are."), "domains"),
        number("size", _("Its size in bytes."), 20_480),
        now=ImportState.READING,
        actions=("import.made",),
    ),
    _told(
        "read",
        _("File read for import"),
        _("Every row was looked at; the import waits for somebody to confirm it."),
        number(RowState.READY, _("Rows that can be carried out."), 96),
        number(RowState.UNCHANGED, _("Rows that change nothing."), 2),
        number(RowState.DUPLICATE, _("Rows of what is there already."), 1),
        number(RowState.WRONG, _("Rows that are wrong."), 1),
        now=ImportState.PREVIEW,
        was=ImportState.READING,
    ),
    _told(
        "failed",
        _("File could not be read for import"),
        _("Nothing of it is kept, and nothing was changed."),
        codes("reasons", _("Why."), ["unreadable"]),
        now=ImportState.FAILED,
        was=ImportState.READING,
    ),
    _told(
        "started",
        _("Import confirmed"),
        _("Its rows are carried out one by one."),
        number("lines", _("Rows to carry out."), 96),
        now=ImportState.APPLYING,
        was=ImportState.PREVIEW,
    ),
    _told(
        "finished",
        _("Import done"),
        _("Every row has been carried out or refused."),
        number("done", _("Rows that were carried out."), 90),
        number("refused", _("Rows that were refused."), 6),
        now=ImportState.DONE,
        was=ImportState.APPLYING,
    ),
    _told(
        "cancelled",
        _("Import cancelled"),
        _("What has been carried out stays."),
        number("lines", _("Rows that were let go."), 40),
        now=ImportState.CANCELLED,
        was=ImportState.PREVIEW,
    ),
)

SILENT = {"import.report_taken": "a look at what is there; nothing changes"}
