"""Lines that need no template: the same materials again, or a reminder of the day."""

import datetime as dt

import pytest
from django.utils import timezone

from registrar.notices.models import Notice
from registrar.tenancy.context import acting_as
from tests import world
from verification.catalogue.catalogue import reasons
from verification.models import Reminder, Submission, SubmissionMaterial
from verification.plans.services.running import run_plan
from verification.waiting.services import cancel_reminder, schedule_reminder

pytestmark = pytest.mark.django_db

TIMED_OUT = {"stage": "timeout", "reason_codes": [], "raw_messages": ["实名审核超时，请重新提交"]}


@pytest.fixture
def with_picture(acme, inside):
    """`with_picture("a.com")`: the picture of the domain's failed submission is still there."""

    def add(name: str) -> Submission:
        with inside(acme):
            submission = Submission.objects.get(domain__name=name)
            SubmissionMaterial.objects.create(
                account=acme,
                submission=submission,
                material=world.material_of(acme),
                position=1,
            )
        return submission

    return add


@pytest.fixture
def run(operator):
    def start(plan):
        with acting_as(operator):
            return run_plan(actor=operator, plan=plan)

    return start


def test_after_a_timeout_the_same_materials_are_sent_again_without_a_code(
    acme, inside, failed_domain, with_picture, plan_for, run, worked, lines
):
    failed_domain("a.com", failure=TIMED_OUT)
    failure = with_picture("a.com")
    plan = plan_for("a.com")
    assert lines(plan)["a.com"].route == "resubmit_unchanged"
    worked(run(plan))
    line = lines(plan)["a.com"]
    assert (line.state, line.refusal) == ("done", [])
    with inside(acme):
        again = Submission.objects.get(pk=line.submission_id)
        assert again.pk > failure.pk
        assert (again.submitted_by, again.domain_id) == ("Bob", failure.domain_id)


def test_timeout_without_its_pictures_needs_a_person(failed_domain, plan_for, lines):
    failed_domain("a.com", failure=TIMED_OUT)
    assert lines(plan_for("a.com"))["a.com"].route == "by_hand"


def waiting_failure(code, submitted_ago):
    return {
        "reason_codes": [code],
        "raw_messages": [],
        "stage": "reviewer",
        "submitted_at": timezone.now() - dt.timedelta(days=submitted_ago),
    }


def wait_code():
    return next(
        r.code for r in reasons().values() if r.next == "wait" and r.group == "verification"
    )


def test_before_the_safe_day_a_reminder_is_set_once(
    acme, inside, failed_domain, with_picture, plan_for, run, worked, lines
):
    failed_domain("a.com", failure=waiting_failure(wait_code(), 1))
    failure = with_picture("a.com")
    first, second = plan_for("a.com"), plan_for("a.com")
    line = lines(first)["a.com"]
    assert (line.route, line.safe_from > timezone.localdate()) == ("wait", True)
    for plan in (first, second):
        worked(run(plan))
        assert lines(plan)["a.com"].state == "done"
    with inside(acme):
        reminder = Reminder.objects.get()
        assert (reminder.submission_id, reminder.due_on) == (failure.pk, line.safe_from)


def test_reminder_of_a_plan_counts_from_the_day_that_was_answered(
    acme, inside, failed_domain, with_picture, plan_for, run, worked
):
    failed_domain("a.com", failure=waiting_failure(wait_code(), 1))
    failure = with_picture("a.com")
    issued_on = timezone.localdate() - dt.timedelta(days=2)
    with inside(acme) as system:
        schedule_reminder(actor=system, submission=failure, issued_on=issued_on)
        cancel_reminder(actor=system, submission=failure)
    worked(run(plan_for("a.com")))
    with inside(acme):
        assert Reminder.objects.get(state="waiting").issued_on == issued_on


def test_after_the_safe_day_the_same_materials_are_sent_again(
    failed_domain, with_picture, plan_for, lines
):
    failed_domain("a.com", failure=waiting_failure(wait_code(), 60))
    with_picture("a.com")
    assert lines(plan_for("a.com"))["a.com"].route == "resubmit_unchanged"


def test_whoever_ran_the_plan_is_told_once_when_it_is_finished(
    acme, alice, bob, inside, failed_domain, with_picture, plan_for, run, worked
):
    failed_domain("a.com", failure=TIMED_OUT)
    with_picture("a.com")
    plan = plan_for("a.com")
    worked(run(plan))
    worked(plan)
    with inside(acme):
        (notice,) = Notice.objects.filter(kind="plan.finished")
        assert notice.user_id == bob.pk
        assert notice.url == f"/reverification-plans/{plan.public_id}/"
        assert notice.params == {"done": 1}


def test_refused_lines_are_told(acme, inside, failed_domain, with_picture, plan_for, run, worked):
    domain = failed_domain("a.com", failure=TIMED_OUT)
    with_picture("a.com")
    plan = run(plan_for("a.com"))
    with inside(acme):
        type(domain).objects.filter(pk=domain.pk).update(real_name="verified")
    worked(plan)
    with inside(acme):
        (notice,) = Notice.objects.filter(kind="plan.finished_with_refusals")
        assert notice.params == {"done": 0, "refused": 1}
