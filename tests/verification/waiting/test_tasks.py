"""The first safe day: told once, however often somebody looks; never lost, never for nothing."""

import datetime as dt

import pytest
from celery import current_app
from django.conf import settings

from domains.models import Domain
from registrar.notices.models import Notice
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from registrar.workdays import counting
from templates_app.services import delete_template, disable_template
from tests.verification.data import NUMBER
from verification.models import Reminder
from verification.services.submissions import submit_verification
from verification.waiting import tasks

from .conftest import NEW

pytestmark = pytest.mark.django_db
TOO_SOON = "2026-03-16T07:59:59+08:00"
DUE = "2026-03-16T08:00:00+08:00"


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    """What the sweep hurries is done there and then."""
    monkeypatch.setattr(tasks, "hurry", lambda task, *ids: task.run(*ids))


def actions(owner):
    with acting_as(owner):
        found = LogEntry.objects.filter(object_type="reminder").order_by("number")
        return [action.partition(".")[2] for action in found.values_list("action", flat=True)]


def notices(owner):
    with acting_as(owner):
        return list(Notice.objects.filter(topic="safe_days"))


def test_every_sweep_is_a_task_that_workers_know():
    current_app.loader.import_default_modules()
    assert "verification.waiting.tasks.sweep_reminders" in settings.SWEEPS
    assert set(settings.SWEEPS) <= set(current_app.tasks)


def test_reminder_comes_due_in_the_morning_and_not_before(waiting, clock, reminder_of, owner):
    clock.move_to(TOO_SOON, tick=False)
    tasks.sweep_reminders.run()
    assert reminder_of(waiting).state == "waiting"
    clock.move_to(DUE, tick=False)
    assert notices(owner) == []
    tasks.sweep_reminders.run()
    assert reminder_of(waiting).state == "due"
    assert actions(owner) == ["scheduled", "came_due"]
    (notice,) = notices(owner)
    assert notice.kind == "verification.safe_day_template"
    assert notice.url == f"/verifications/{waiting.public_id}/"


def test_second_sweep_changes_and_tells_nothing(waiting, clock, reminder_of, owner):
    clock.move_to(DUE, tick=False)
    tasks.sweep_reminders.run()
    before = reminder_of(waiting)
    tasks.sweep_reminders.run()
    tasks.ring_reminder.run(before.pk, before.account_id)
    assert reminder_of(waiting).due_at == before.due_at
    clock.move_to("2026-03-18T08:00:00+08:00", tick=False)
    tasks.sweep_reminders.run()
    assert reminder_of(waiting).due_at > before.due_at
    assert actions(owner) == ["scheduled", "came_due"]
    assert len(notices(owner)) == 1


def test_killed_worker_leaves_the_reminder_to_the_next_sweep(
    waiting, clock, reminder_of, owner, monkeypatch
):
    clock.move_to(DUE, tick=False)

    def killed(*_args, **_kwargs):
        raise SystemExit

    with monkeypatch.context() as dying:
        # After the row was changed, before the transaction ended.
        dying.setattr("verification.waiting.services.record", killed)
        with pytest.raises(SystemExit):
            tasks.sweep_reminders.run()
    assert reminder_of(waiting).state == "waiting"
    tasks.sweep_reminders.run()
    assert reminder_of(waiting).state == "due"
    assert actions(owner) == ["scheduled", "came_due"]


def test_reminder_that_another_submission_answered_is_outdated(
    waiting, clock, reminder_of, owner, upload
):
    material = upload(owner)
    with acting_as(owner):
        submit_verification(actor=owner, template=waiting.template, materials=[material])
    clock.move_to(DUE, tick=False)
    tasks.sweep_reminders.run()
    found = reminder_of(waiting)
    assert (found.state, found.due_at) == ("outdated", None)
    assert notices(owner) == []
    assert actions(owner) == ["scheduled", "outdated"]


def test_reminder_of_a_template_that_is_failed_no_more_is_outdated_after_it_was_due(
    waiting, clock, reminder_of, owner
):
    clock.move_to(DUE, tick=False)
    tasks.sweep_reminders.run()
    with acting_as(owner):
        disable_template(actor=owner, template=waiting.template)
    clock.move_to("2026-03-17T08:00:01+08:00", tick=False)
    tasks.sweep_reminders.run()
    assert reminder_of(waiting).state == "outdated"


def test_day_of_a_deleted_template_is_not_told(waiting, clock, reminder_of, owner):
    with acting_as(owner):
        delete_template(actor=owner, template=waiting.template)
    clock.move_to(DUE, tick=False)
    tasks.sweep_reminders.run()
    assert reminder_of(waiting).state == "outdated"
    assert notices(owner) == []


def test_day_is_not_told_while_a_change_of_registrant_is_under_way(
    acme, clock, make_domain, fail, owner, upload, reminder_of
):
    domain, material = make_domain(acme, "shop.com"), upload(owner)
    with acting_as(owner):
        submission = submit_verification(
            actor=owner,
            domain=domain,
            document_type="SFZ",
            document_number=NUMBER,
            materials=[material],
        )
    failed = fail(submission, NEW)
    with acting_as(owner):
        Domain.objects.update(registrant_change="in_review")
    clock.move_to(DUE, tick=False)
    tasks.sweep_reminders.run()
    assert reminder_of(failed).state == "waiting"
    assert notices(owner) == []
    with acting_as(owner):
        Domain.objects.update(registrant_change="failed")
    clock.move_to("2026-03-17T08:00:01+08:00", tick=False)
    tasks.sweep_reminders.run()
    assert reminder_of(failed).state == "due"
    (notice,) = notices(owner)
    assert (notice.kind, notice.url) == ("verification.safe_day", "/domains/shop.com/reverify/")


def test_day_moves_when_the_calendar_is_announced_meanwhile(
    time_machine, request, fail, reminder_of, owner, monkeypatch
):
    time_machine.move_to("2026-12-28T10:00:00+08:00", tick=False)
    failed = fail(request.getfixturevalue("submitted"), NEW)
    assert reminder_of(failed).due_on == dt.date(2027, 1, 12)
    time_machine.move_to("2027-01-12T08:00:00+08:00", tick=False)
    real = counting.is_working_day

    def announced(day, **kwargs):
        return real(day, announced={dt.date(2027, 1, 4): False})

    monkeypatch.setattr(counting, "is_working_day", announced)
    tasks.sweep_reminders.run()
    found = reminder_of(failed)
    assert (found.state, found.due_on) == ("waiting", dt.date(2027, 1, 13))
    assert actions(owner) == ["scheduled", "rescheduled"]


def test_strangers_reminder_is_not_there(waiting, clock, globex, reminder_of, inside):
    clock.move_to(DUE, tick=False)
    tasks.ring_reminder.run(reminder_of(waiting).pk, globex.pk)
    assert reminder_of(waiting).state == "waiting"
    with inside(globex):
        assert Reminder.objects.count() == 0
