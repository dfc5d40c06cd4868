"""Every state of a reminder × everything that can happen to it, against one table."""

import pytest

from registrar.errors import ServiceError
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from verification.models import Reminder
from verification.waiting.resubmitting import resubmit_unchanged
from verification.waiting.services import (
    cancel_reminder,
    look_at_reminder,
    schedule_reminder,
)
from verification.waiting.states import OPEN_REMINDERS, ReminderState

pytestmark = pytest.mark.django_db
DUE = "2026-03-16T08:00:00+08:00"

# What is not named leaves the row as it was.
ALLOWED = {
    ("waiting", "look"): "due",
    ("waiting", "cancel"): "cancelled",
    ("waiting", "resubmit"): "resubmitted",
    ("waiting", "schedule"): "due",
    ("due", "cancel"): "cancelled",
    ("due", "resubmit"): "resubmitted",
    ("due", "schedule"): "due",
}
REFUSED = {(state, "cancel") for state in ("resubmitted", "cancelled", "outdated")}


def act(action, actor, reminder):
    submission = reminder.submission
    verbs = {
        "look": lambda: look_at_reminder(actor=actor, reminder_id=reminder.pk),
        "cancel": lambda: cancel_reminder(actor=actor, submission=submission),
        "resubmit": lambda: resubmit_unchanged(actor=actor, submission=submission),
        "schedule": lambda: schedule_reminder(actor=actor, submission=submission, issued_on=None),
    }
    return verbs[action]()


@pytest.mark.parametrize("action", ["look", "cancel", "resubmit", "schedule"])
@pytest.mark.parametrize("state", ReminderState.values)
def test_action_in_state(waiting, owner, clock, state, action):
    clock.move_to(DUE, tick=False)
    with acting_as(owner):
        rows = Reminder.objects.filter(submission=waiting)
        rows.update(state=state, **({} if state in OPEN_REMINDERS else {"due_at": None}))
        reminder = rows.select_related("submission").get()
        about = LogEntry.objects.filter(object_id=reminder.public_id)
        entries = about.count()
        if (state, action) in REFUSED:
            with pytest.raises(ServiceError):
                act(action, owner, reminder)
        else:
            act(action, owner, reminder)
        after = Reminder.objects.get(pk=reminder.pk).state
        assert after == ALLOWED.get((state, action), state)
        assert (about.count() > entries) is ((state, action) in ALLOWED)
        open_ones = Reminder.objects.filter(submission=waiting, state__in=OPEN_REMINDERS)
        assert open_ones.count() <= 1
