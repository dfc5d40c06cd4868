"""What a failure waits for is read in two queries, however much there is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from registrar.tenancy.context import acting_as
from verification.models import Reminder
from verification.selectors import find_submission
from verification.waiting.selectors import way_on_of
from verification.waiting.services import cancel_reminder, schedule_reminder

from .conftest import SAFE_DAY

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("times", [0, 3])
def test_way_on_takes_three_queries(times, waiting, owner):
    with acting_as(owner):
        for _time in range(times):
            cancel_reminder(actor=owner, submission=waiting)
            schedule_reminder(actor=owner, submission=waiting, issued_on=None)
        submission = find_submission(waiting.public_id)
        with CaptureQueriesContext(connection) as queries:
            way = way_on_of(submission)
        assert str(way.safe_from) == SAFE_DAY
        assert way.reminder is not None
    assert len(queries) == 3


def test_failure_from_before_there_were_reminders_has_its_day_all_the_same(waiting, owner):
    with acting_as(owner):
        Reminder.objects.all().delete()
        way = way_on_of(find_submission(waiting.public_id))
    assert way.reminder is None
    assert str(way.safe_from) == SAFE_DAY
    assert not way.issue_date_known


def test_submission_under_way_waits_for_nothing(submitted, owner):
    with acting_as(owner):
        assert way_on_of(find_submission(submitted.public_id)) is None
