"""What programs are told of operations."""

from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from domains.failures import failure_of
from domains.models import Operation
from domains.operation_kinds import KINDS
from domains.states import ENDED, OperationState
from registrar.accounts.permissions import Permission
from registrar.events.event_type import Data, EventField, EventType, Words
from registrar.events.fields import code, codes, day, public_id
from registrar.events.making import event_type, from_entry
from registrar.oplog.models import LogEntry

_ID = "01k2h5zq3ye8n9t6m4x7r1c0vb"
_type = partial(event_type, scope=Permission.OPERATIONS_READ, example=f"op_{_ID}")


def _operation(entry: LogEntry, about: Operation) -> Data:
    data: Data = {"operation": about.kind, "domain": about.domain.name}
    if about.template:
        data["template"] = about.template.public_id
    if about.batch:
        data["batch"] = about.batch.public_id
    if about.expected_on and about.state not in ENDED:
        data["expected_on"] = about.expected_on.isoformat()
    return data | from_entry("state")(entry, about)


def _failed(entry: LogEntry, about: Operation) -> Data:
    failure = failure_of(about) or {"reasons": []}
    return _operation(entry, about) | {"reasons": [one["code"] for one in failure["reasons"]]}


_FIELDS = (
    code("operation", _("What is done."), "change_registrant", list(KINDS)),
    public_id("domain", _("The domain's name."), "example.com"),
    public_id("template", _("The info template that it leads to."), f"tpl_{_ID}", always=False),
    public_id("batch", _("The batch that it was asked for in."), f"batch_{_ID}", always=False),
)
_EXPECTED = day("expected_on", _("When the result is expected."), always=False)
_REASONS = codes(
    "reasons", _("Codes of the catalogue; empty: not known yet."), ["registrant_name_mismatch"]
)


def _told(
    verb: str,
    title: Words,
    description: Words,
    now: str,
    was: str = "",
    *more: EventField,
    make_data: Any = _operation,
) -> EventType:
    values = OperationState.values
    before = [code("previous_state", _("State before."), was, values)] if was else []
    state = code("state", _("State now."), now, values)
    fields = (*_FIELDS, state, *before, *more)
    return _type(f"operation.{verb}", title, description, *fields, make_data=make_data)


OPERATION_EVENTS = (
    _told(
        "requested",
        _("Operation requested"),
        _("It goes to the registry, or waits for an identity check."),
        "submitted",
        "",
        _EXPECTED,
    ),
    _told(
        "submitted",
        _("Operation submitted"),
        _("Somebody has proved who they are: it goes to the registry."),
        "submitted",
        "awaiting_identity",
        _EXPECTED,
    ),
    _told(
        "accepted",
        _("Operation accepted by the registry"),
        _("The registry has taken it. It can't be cancelled any more."),
        "in_review",
        "submitted",
        _EXPECTED,
    ),
    _told(
        "succeeded",
        _("Operation succeeded"),
        _("The registry has done it."),
        "succeeded",
        "in_review",
    ),
    _told(
        "failed",
        _("Operation failed"),
        _("The registry has refused it; the operation itself holds its words."),
        "failed",
        "in_review",
        _REASONS,
        make_data=_failed,
    ),
    _told(
        "cancelled",
        _("Operation cancelled"),
        _("It was taken back before the registry had it."),
        "cancelled",
        "awaiting_identity",
    ),
)
