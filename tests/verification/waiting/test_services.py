"""Reminders are set by the failure itself, corrected by the user, and logged."""

import datetime as dt

import pytest

from registrar.accounts.permissions import Role
from registrar.errors import InvalidInput, NotFound, NotPermitted, StateConflict
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from verification.models import Reminder
from verification.services.decision_rows import ReasonAt
from verification.services.submissions import (
    claim_submission,
    fail_submission,
    submit_verification,
)
from verification.waiting.services import cancel_reminder, schedule_reminder

from .conftest import BLURRED, NEW, SAFE_DAY

pytestmark = pytest.mark.django_db
ISSUED = dt.date(2026, 2, 25)
TODAY = dt.date(2026, 3, 2)


def schedule(owner, submission, issued_on=ISSUED):
    with acting_as(owner):
        return schedule_reminder(actor=owner, submission=submission, issued_on=issued_on)


def test_failure_that_only_waits_sets_its_own_reminder(waiting, reminder_of, owner):
    found = reminder_of(waiting)
    assert (found.state, found.issued_on, str(found.due_on)) == ("waiting", None, SAFE_DAY)
    assert found.due_at == dt.datetime(2026, 3, 16, 0, 0, tzinfo=dt.UTC)
    assert not found.provisional
    with acting_as(owner):
        entry = LogEntry.objects.get(action="reminder.scheduled")
    assert entry.object_id == found.public_id
    assert entry.after == {"state": "waiting", "due_on": SAFE_DAY}


def test_reviewers_reason_sets_it_as_well(clock, submitted, reviewer, reminder_of):
    with acting_as(reviewer):
        claim_submission(actor=reviewer, submission=submitted)
        fail_submission(
            actor=reviewer, submission=submitted, reasons=[ReasonAt("document_newly_issued")]
        )
    found = reminder_of(submitted)
    assert str(found.due_on) == SAFE_DAY
    assert found.account_id == submitted.account_id


def test_other_failures_set_none(clock, submitted, fail, reminder_of):
    assert reminder_of(fail(submitted, BLURRED)) is None


def test_issue_date_brings_the_day_forward_in_the_same_row(waiting, owner, reminder_of):
    before = reminder_of(waiting)
    schedule(owner, waiting)
    found = reminder_of(waiting)
    assert found.pk == before.pk
    assert (found.issued_on, found.due_on) == (ISSUED, dt.date(2026, 3, 10))
    with acting_as(owner):
        entry = LogEntry.objects.get(action="reminder.rescheduled")
    assert entry.before == {"issued_on": None, "due_on": SAFE_DAY}
    assert entry.after == {"issued_on": "2026-02-25", "due_on": "2026-03-10"}


def test_day_that_is_past_already_is_due_at_once(waiting, owner, reminder_of):
    schedule(owner, waiting, dt.date(2026, 1, 5))
    assert reminder_of(waiting).state == "due"
    schedule(owner, waiting, TODAY)
    assert reminder_of(waiting).state == "waiting"


def test_user_may_say_that_the_document_is_new_whatever_the_reason(
    clock, submitted, fail, owner, reminder_of
):
    failed = fail(submitted, BLURRED)
    schedule(owner, failed, None)
    assert str(reminder_of(failed).due_on) == SAFE_DAY


@pytest.mark.parametrize(
    ("issued_on", "code"),
    [
        (TODAY + dt.timedelta(days=1), "issued_in_future"),
        (TODAY - dt.timedelta(days=366), "issued_long_ago"),
    ],
)
def test_unreasonable_date_is_refused_and_changes_nothing(
    issued_on, code, waiting, owner, reminder_of
):
    with pytest.raises(InvalidInput) as refused:
        schedule(owner, waiting, issued_on)
    assert [(e.field, e.code) for e in refused.value.errors] == [("issued_on", code)]
    assert reminder_of(waiting).issued_on is None


def test_open_or_passed_submission_waits_for_nothing(clock, submitted, owner):
    with pytest.raises(StateConflict) as refused:
        schedule(owner, submitted)
    assert refused.value.code == "not_failed"


def test_answered_failure_waits_for_nothing(waiting, owner, upload):
    material = upload(owner)
    with acting_as(owner):
        submit_verification(actor=owner, template=waiting.template, materials=[material])
    with pytest.raises(StateConflict):
        schedule(owner, waiting)


def test_cancelled_reminder_may_be_set_again(waiting, owner, reminder_of):
    with acting_as(owner):
        cancel_reminder(actor=owner, submission=waiting)
        assert Reminder.objects.get().due_at is None
    with acting_as(owner), pytest.raises(StateConflict):
        cancel_reminder(actor=owner, submission=waiting)
    schedule(owner, waiting)
    assert reminder_of(waiting).state == "waiting"
    with acting_as(owner):
        assert sorted(Reminder.objects.values_list("state", flat=True)) == ["cancelled", "waiting"]


def test_viewer_may_neither_set_nor_cancel(waiting, acme, vera, actor_of):
    viewer = actor_of(acme, vera, Role.VIEWER)
    for act in (
        lambda: schedule(viewer, waiting),
        lambda: cancel_reminder(actor=viewer, submission=waiting),
    ):
        with pytest.raises(NotPermitted):
            act()


def test_stranger_finds_no_submission(waiting, stranger):
    with pytest.raises(NotFound):
        schedule(stranger, waiting)


def test_provisional_calendar_over_new_year_is_told(time_machine, request, fail, reminder_of):
    time_machine.move_to("2026-12-28T10:00:00+08:00", tick=False)
    found = reminder_of(fail(request.getfixturevalue("submitted"), NEW))
    assert found.due_on == dt.date(2027, 1, 12)
    assert found.provisional
