"""By when a first review is due: starts, stands still while more is wanted, goes on."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
import time_machine

from registrar.tenancy.context import acting_as
from verification.models import ReviewPolicy, Submission
from verification.services.review_clock import resume_clock, start_clock, stop_clock

pytestmark = pytest.mark.django_db

CHINA = ZoneInfo("Asia/Shanghai")


def at(text):
    return dt.datetime.fromisoformat(text).replace(tzinfo=CHINA)


@pytest.fixture(autouse=True)
def working_hours(settings):
    settings.REVIEW_DAY, settings.REVIEW_HOURS = ("09:00", "18:00"), 8


@pytest.fixture
def actor(owner):
    with acting_as(owner):
        yield owner


@pytest.fixture
def set_hours(as_staff):
    """`set_hours("tencent", 2)`: what the profile's policy gives."""

    def write(profile, hours):
        with as_staff():
            ReviewPolicy.objects.create(profile=profile, due_hours=hours)

    return write


def started(moment, profile="tencent"):
    submission = Submission(profile=profile)
    with time_machine.travel(at(moment), tick=False):
        start_clock(submission)
    return submission


@pytest.mark.parametrize(
    ("moment", "due"),
    [
        ("2026-07-06T09:00", "2026-07-06T17:00"),
        ("2026-07-06T14:00", "2026-07-07T13:00"),
        ("2026-07-10T23:00", "2026-07-13T17:00"),
    ],
)
def test_it_is_due_after_the_working_hours_of_the_settings(moment, due, actor):
    submission = started(moment)
    assert submission.review_due_at == at(due)
    assert submission.waiting_since == at(moment)


@pytest.mark.parametrize(
    ("profile", "due"), [("tencent", "2026-07-06T11:00"), ("cnnic", "2026-07-06T17:00")]
)
def test_profiles_policy_counts_for_its_submissions_only(profile, due, set_hours, owner):
    set_hours("tencent", 2)
    with acting_as(owner):
        assert started("2026-07-06T09:00", profile).review_due_at == at(due)


def test_policy_without_hours_leaves_those_of_the_settings(set_hours, owner):
    set_hours("tencent", None)
    with acting_as(owner):
        assert started("2026-07-06T09:00").review_due_at == at("2026-07-06T17:00")


def stopped_and_resumed(submission, stop, resume):
    with time_machine.travel(at(stop), tick=False):
        stop_clock(submission)
    assert submission.review_due_at is None
    left = submission.review_minutes_left
    with time_machine.travel(at(resume), tick=False):
        resume_clock(submission)
    assert submission.review_minutes_left is None
    assert submission.waiting_since == at(resume)
    return left


def test_what_was_left_is_kept_over_a_stop_of_days(actor):
    submission = started("2026-07-06T09:00")
    left = stopped_and_resumed(submission, "2026-07-06T12:00", "2026-07-09T15:00")
    assert left == 5 * 60
    assert submission.review_due_at == at("2026-07-10T11:00")


@pytest.mark.parametrize("stop", ["2026-07-06T16:30", "2026-07-08T10:00"])
def test_there_is_an_hour_at_least_also_for_what_was_overdue(stop, actor):
    submission = started("2026-07-06T09:00")
    left = stopped_and_resumed(submission, stop, "2026-07-09T10:00")
    assert left < 60
    assert submission.review_due_at == at("2026-07-09T11:00")


def test_one_that_never_had_a_due_time_gets_the_whole_of_it(actor):
    submission = Submission(profile="tencent")
    left = stopped_and_resumed(submission, "2026-07-06T16:30", "2026-07-09T09:00")
    assert left is None
    assert submission.review_due_at == at("2026-07-09T17:00")
