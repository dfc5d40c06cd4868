"""What programs are told of support requests. Never what was written in one."""

from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission
from registrar.events.event_type import Data, EventType, Words
from registrar.events.fields import code
from registrar.events.making import event_type, from_entry
from registrar.oplog.models import LogEntry

from .models import SupportRequest
from .states import RequestState

_type = partial(event_type, scope=Permission.SUPPORT_READ, example="sup_01k2h5zq3ye8n9t6m4x7r1c0vb")
_state = partial(code, values=RequestState.values)
_before = from_entry("state")


def _request(entry: LogEntry, about: SupportRequest) -> Data:
    return {"state": str(about.state)} | _before(entry, about)


def _told(verb: str, title: Words, description: Words, *, now: str, was: str = "") -> EventType:
    before: Any = (_state("previous_state", _("State before."), was, always=False),) if was else ()
    return _type(
        f"support_request.{verb}",
        title,
        description,
        *(_state("state", _("State now."), now), *before),
        make_data=_request,
        actions=(f"support.{verb}",),
    )


EVENTS = (
    _told(
        "opened",
        _("Support request opened"),
        _("Somebody of the account has asked support."),
        now="open",
    ),
    _told(
        "replied",
        _("Written to support"),
        _("Somebody of the account has added a message."),
        now="open",
        was="waiting_for_user",
    ),
    _told(
        "answered",
        _("Support has answered"),
        _("There is a message from the registrar's staff."),
        now="waiting_for_user",
        was="open",
    ),
    _told(
        "closed",
        _("Support request closed"),
        _("It counts as settled; either side can open it again."),
        now="closed",
        was="waiting_for_user",
    ),
    _told(
        "reopened",
        _("Support request opened again"),
        _("It goes on."),
        now="open",
        was="closed",
    ),
)

SILENT = {
    "support.assigned": "who of the registrar's staff works on it is not told",
    "support.noted": "a note among the registrar's staff",
}
