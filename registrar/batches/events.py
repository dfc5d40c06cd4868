"""What programs are told of batches; each item's own work is told by its object."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission
from registrar.events.event_type import EventField, EventType, Words
from registrar.events.fields import code, number
from registrar.events.making import event_type, from_entry

from .states import BatchState, ItemState

_type = partial(
    event_type, scope=Permission.OPERATIONS_READ, example="batch_01k2h5zq3ye8n9t6m4x7r1c0vb"
)
_state = partial(code, values=BatchState.values)


def _told(
    verb: str,
    title: Words,
    description: Words,
    *fields: EventField,
    now: BatchState,
    was: BatchState | None = None,
) -> EventType:
    before = (_state("previous_state", _("State before."), was),) if was else ()
    said = [field.name for field in fields]
    return _type(
        f"batch.{verb}",
        title,
        description,
        *(_state("state", _("State now."), now), *before, *fields),
        make_data=from_entry("state", *said),
    )


EVENTS = (
    _told(
        "requested",
        _("Batch requested"),
        _("Its items wait their turn."),
        code("kind", _("What its items are."), "operations"),
        number("items", _("How many."), 120),
        number("refused", _("Items that were refused at once."), 2),
        now=BatchState.RUNNING,
    ),
    _told(
        "finished",
        _("Batch finished"),
        _("No item waits its turn any more. What an item has begun is told by its own object."),
        number(ItemState.DONE, _("Items that were taken."), 115, always=False),
        number(ItemState.REFUSED, _("Items that were refused."), 3, always=False),
        number(ItemState.FAILED, _("Items that can be tried again."), 2, always=False),
        number(ItemState.CANCELLED, _("Items that were let go."), 0, always=False),
        now=BatchState.DONE,
        was=BatchState.RUNNING,
    ),
    _told(
        "cancelled",
        _("Batch cancelled"),
        _("What has been taken goes on; the rest is let go."),
        number(ItemState.CANCELLED, _("Items that were let go."), 40),
        now=BatchState.CANCELLED,
        was=BatchState.RUNNING,
    ),
    _told(
        "resumed",
        _("Batch resumed"),
        _("What was let go, or failed for a reason that may have passed, waits its turn again."),
        number("items", _("How many."), 40),
        now=BatchState.RUNNING,
        was=BatchState.CANCELLED,
    ),
)
