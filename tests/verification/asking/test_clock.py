"""The reviewers' time stands still while the customer has the word."""

import datetime as dt

import pytest
from django.utils import timezone

from registrar.tenancy.context import acting_as
from verification.services.answers_to_more import Answer
from verification.services.asking import Ask
from verification.services.submissions import (
    ask_for_more,
    bring_more,
    claim_submission,
    submit_verification,
)

pytestmark = pytest.mark.django_db

# A Monday; the reviewers' day is 09:00 to 18:00, and a first review takes 8 hours.
MONDAY = "2026-03-02T10:00:00+08:00"


@pytest.fixture
def at(time_machine):
    """`at("2026-03-02T12:00:00+08:00")`: it is then."""
    return lambda moment: time_machine.move_to(dt.datetime.fromisoformat(moment), tick=False)


@pytest.fixture
def handed_in(at, acme, owner, make_template, upload):
    at(MONDAY)
    template, material = make_template(acme), upload(owner)
    with acting_as(owner):
        return submit_verification(actor=owner, template=template, materials=[material])


def local(moment):
    return timezone.localtime(moment).strftime("%m-%d %H:%M")


@pytest.fixture
def round_trip(at, handed_in, reviewer, owner, fresh):
    """`round_trip(asked_at, answered_at)`: the row after an explanation was asked for and came."""

    def through(asked, answered):
        at(asked)
        with acting_as(reviewer):
            claim_submission(actor=reviewer, submission=handed_in)
            request = ask_for_more(actor=reviewer, submission=handed_in, items=[Ask("explanation")])
        waiting = fresh(handed_in)
        assert (waiting.review_due_at, waiting.waiting_since) == (None, None)
        at(answered)
        with acting_as(owner):
            answer = Answer(request.items.get().public_id, text="改名了")
            bring_more(actor=owner, submission=handed_in, answers=[answer])
        return fresh(handed_in)

    return through


def test_what_was_left_is_left_after_the_answer(handed_in, round_trip, fresh):
    assert local(fresh(handed_in).review_due_at) == "03-02 18:00"
    row = round_trip("2026-03-02T12:00:00+08:00", "2026-03-10T09:30:00+08:00")
    # Two of eight hours were used.
    assert local(row.review_due_at) == "03-10 15:30"
    assert (local(row.waiting_since), row.review_minutes_left) == ("03-10 09:30", None)


def test_the_reviewers_have_an_hour_at_least(round_trip):
    row = round_trip("2026-03-02T17:50:00+08:00", "2026-03-10T10:00:00+08:00")
    assert local(row.review_due_at) == "03-10 11:00"


def test_an_answer_at_night_counts_from_the_morning(round_trip):
    row = round_trip("2026-03-02T16:00:00+08:00", "2026-03-10T22:00:00+08:00")
    assert local(row.review_due_at) == "03-11 11:00"
