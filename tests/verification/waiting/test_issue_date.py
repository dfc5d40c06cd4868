"""The day of issue is one fact, whichever way the user gives it."""

import datetime as dt

import pytest

from registrar.tenancy.context import acting_as
from verification.failures import failure_of
from verification.models import DiagnosisAnswer
from verification.selectors import find_submission
from verification.services.submissions import answer_question
from verification.waiting.resubmitting import resubmit_unchanged
from verification.waiting.services import cancel_reminder, schedule_reminder

from .conftest import ELECTRONIC, NEW

pytestmark = pytest.mark.django_db
CODE = "document_newly_issued"
# Ten working days after 24 February 2026.
ISSUED, SAFE = "2026-02-24", dt.date(2026, 3, 9)


def answer(owner, submission, value):
    with acting_as(owner):
        answer_question(actor=owner, submission=submission, code=CODE, value=value)


def test_answer_to_the_diagnosis_moves_the_reminder(owner, waiting, reminder_of):
    answer(owner, waiting, ISSUED)
    assert reminder_of(waiting).issued_on == dt.date.fromisoformat(ISSUED)
    assert reminder_of(waiting).due_on == SAFE


def test_answer_taken_back_counts_from_the_submission_again(owner, waiting, reminder_of):
    before = reminder_of(waiting).due_on
    answer(owner, waiting, ISSUED)
    answer(owner, waiting, "")
    assert reminder_of(waiting).issued_on is None
    assert reminder_of(waiting).due_on == before


def test_date_given_to_the_reminder_answers_the_diagnosis(owner, waiting):
    with acting_as(owner):
        schedule_reminder(actor=owner, submission=waiting, issued_on=dt.date.fromisoformat(ISSUED))
        failure = failure_of(find_submission(waiting.public_id), "en")
    (cause,) = failure["reasons"][0]["causes"]
    assert (cause["verdict"], cause["answer"]) == ("confirmed", ISSUED)
    assert failure["safe_from"]["date"] == SAFE


def test_new_document_behind_a_vague_reason_is_waited_for(
    clock, owner, submitted, fail, reminder_of
):
    failed = fail(submitted, ELECTRONIC)
    assert reminder_of(failed) is None
    answer(owner, failed, ISSUED)
    assert reminder_of(failed).due_on == SAFE


def test_old_document_behind_a_vague_reason_is_not(clock, owner, submitted, fail, reminder_of):
    failed = fail(submitted, ELECTRONIC)
    answer(owner, failed, "2019-05-05")
    assert reminder_of(failed) is None


def test_cancelled_reminder_stays_cancelled_for_an_old_date(owner, waiting, reminder_of):
    with acting_as(owner):
        cancel_reminder(actor=owner, submission=waiting)
    answer(owner, waiting, "2019-05-05")
    assert reminder_of(waiting).state == "cancelled"
    with acting_as(owner):
        assert DiagnosisAnswer.objects.get(submission=waiting).value == "2019-05-05"


def test_reminder_without_a_date_takes_the_answer_back(owner, waiting, reminder_of):
    answer(owner, waiting, ISSUED)
    with acting_as(owner):
        schedule_reminder(actor=owner, submission=waiting, issued_on=None)
        assert not DiagnosisAnswer.objects.exists()
    assert reminder_of(waiting).issued_on is None


def test_date_given_at_an_earlier_attempt_is_the_answer_at_the_next(
    clock, owner, waiting, fail, reminder_of
):
    answer(owner, waiting, ISSUED)
    with acting_as(owner):
        again = resubmit_unchanged(actor=owner, submission=waiting, anyway=True)
    failed = fail(again, NEW)
    assert reminder_of(failed).issued_on == dt.date.fromisoformat(ISSUED)
    with acting_as(owner):
        assert DiagnosisAnswer.objects.get(submission=failed).value == ISSUED
