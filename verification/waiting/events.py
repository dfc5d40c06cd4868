"""What programs are told of reminders."""

from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission
from registrar.events.event_type import Data, EventType, Words
from registrar.events.fields import code, day, public_id
from registrar.events.making import event_type
from registrar.oplog.models import LogEntry
from verification.models import Reminder

from .states import ReminderState

_ID = "01k2h5zq3ye8n9t6m4x7r1c0vb"
_type = partial(event_type, scope=Permission.VERIFICATIONS_READ, example=f"rem_{_ID}")


def _reminder(_entry: LogEntry, about: Reminder) -> Data:
    return {
        "verification": about.submission.public_id,
        "state": str(about.state),
        "due_on": about.due_on.isoformat(),
    }


def _told(verb: str, title: Words, description: Words, state: str, **more: Any) -> EventType:
    return _type(
        f"reminder.{verb}",
        title,
        description,
        public_id("verification", _("The failed verification that waits."), f"ver_{_ID}"),
        code("state", _("State now."), state, ReminderState.values),
        day("due_on", _("The first day on which it can be submitted again.")),
        make_data=_reminder,
        **more,
    )


EVENTS = (
    _told(
        "scheduled",
        _("Reminder of the first safe day set"),
        _("A failed verification only has to wait: until then the authority would refuse it."),
        "waiting",
    ),
    _told(
        "rescheduled",
        _("Reminder moved to another day"),
        _("The day of issue was corrected, or a calendar was announced."),
        "waiting",
    ),
    _told(
        "came_due",
        _("First safe day of a document has come"),
        _("The same materials can be submitted again, unchanged."),
        "due",
    ),
    _told(
        "resubmitted",
        _("Submitted again unchanged after waiting"),
        _("The reminder has done its work."),
        "resubmitted",
    ),
    _told("cancelled", _("Reminder cancelled"), _("Nobody wants to hear of it."), "cancelled"),
    _told(
        "outdated",
        _("Reminder no longer needed"),
        _("Nothing waits for its day any more."),
        "outdated",
    ),
)
