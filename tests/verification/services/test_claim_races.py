"""Two reviewers, and time itself, at the same moment: each submission is one person's."""

import datetime as dt
import threading

import pytest
from django.db import connection
from django.utils import timezone

from registrar.errors import ServiceError
from registrar.oplog.integrity import first_broken
from registrar.oplog.models import LogEntry
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as
from verification.models import Submission
from verification.services.decision_rows import ReasonAt
from verification.services.submissions import (
    approve_submission,
    claim_next,
    claim_submission,
    end_idle_claim,
    fail_submission,
    take_over_submission,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def nobody_forwards(monkeypatch):
    """What the broker would hurry stays due."""
    monkeypatch.setattr("registrar.jobs.hurry", lambda task, *ids: None)


@pytest.fixture
def two_waiting(owner, submitted, make_domain, acme, inside):
    """The template of `submitted`, and a domain that is due a day later."""
    domain = make_domain(acme, "later.com", real_name="in_review")
    with inside(acme):
        first = Submission.objects.get(pk=submitted.pk)
        values = {
            field.attname: getattr(first, field.attname)
            for field in Submission._meta.concrete_fields
            if not field.generated and field.name not in ("id", "uid", "template", "transaction_id")
        }
        later = first.review_due_at + dt.timedelta(days=1)
        values |= {"domain_id": domain.pk, "review_due_at": later}
        second = Submission.objects.create(**values)
    return submitted, second


def at_once(*calls):
    """What each call came to: its result, or the refusal's code; none failed otherwise."""
    start, results, broken = threading.Barrier(len(calls)), {}, []

    def run(number, actor, service, arguments):
        try:
            start.wait(10)
            with acting_as(actor):
                results[number] = service(actor=actor, **arguments)
        except ServiceError as refused:
            results[number] = refused.code
        except Exception as error:
            broken.append(error)
        finally:
            connection.close()

    threads = [
        threading.Thread(target=run, args=(number, *call)) for number, call in enumerate(calls)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert broken == []
    return [results[number] for number in range(len(calls))]


def held(reviewer, submission, *, lapsed):
    with acting_as(reviewer):
        claim_submission(actor=reviewer, submission=submission)
        if lapsed:
            past = timezone.now() - dt.timedelta(seconds=1)
            Submission.objects.filter(pk=submission.pk).update(lease_until=past)


def read(reviewer, submission):
    with acting_as(reviewer):
        assert first_broken(submission.account_id) is None
        return Submission.objects.get(pk=submission.pk)


def count(reviewer, action):
    with acting_as(reviewer):
        return LogEntry.objects.filter(action=action).count()


def test_same_submission_is_claimed_by_one(reviewer, colleague, submitted):
    about = {"submission": submitted}
    results = at_once((reviewer, claim_submission, about), (colleague, claim_submission, about))
    assert sorted(isinstance(result, str) for result in results) == [False, True]
    assert "claimed_by_other" in results
    assert count(reviewer, "submission.claimed") == 1


def test_two_who_ask_for_the_next_get_two_different_ones(reviewer, colleague, two_waiting):
    results = at_once((reviewer, claim_next, {}), (colleague, claim_next, {}))
    assert {row.pk for row in results} == {row.pk for row in two_waiting}
    assert {read(reviewer, row).reviewer_id for row in two_waiting} == {
        reviewer.user_id,
        colleague.user_id,
    }


def test_last_one_goes_to_one_and_the_other_is_told_there_is_none(reviewer, colleague, submitted):
    results = at_once((reviewer, claim_next, {}), (colleague, claim_next, {}))
    assert sorted(row is None for row in results) == [False, True]


def test_take_over_and_decision_one_of_them_wins(reviewer, colleague, submitted):
    held(reviewer, submitted, lapsed=False)
    about = {"submission": submitted}
    results = at_once(
        (colleague, take_over_submission, about), (reviewer, approve_submission, about)
    )
    row = read(reviewer, submitted)
    if row.state == "at_authority":
        assert results[0] == "state_conflict"
    else:
        assert results[1] == "claimed_by_other"
        assert (row.state, row.reviewer_id) == ("in_review", colleague.user_id)


def test_claim_of_a_lapsed_one_and_its_reviewers_decision_one_of_them_wins(
    reviewer, colleague, submitted
):
    held(reviewer, submitted, lapsed=True)
    about = {"submission": submitted}
    decision = about | {"reasons": [ReasonAt("materials_unclear")]}
    results = at_once((colleague, claim_submission, about), (reviewer, fail_submission, decision))
    row = read(reviewer, submitted)
    if row.state == "failed":
        assert results[0] == "state_conflict"
    else:
        assert results[1] == "claimed_by_other"
        assert row.reviewer_id == colleague.user_id


def test_sweep_never_costs_the_decision(reviewer, submitted):
    held(reviewer, submitted, lapsed=True)
    system = system_actor(submitted.account_id)
    ended, decided = at_once(
        (system, end_idle_claim, {"submission_id": submitted.pk}),
        (reviewer, approve_submission, {"submission": submitted}),
    )
    assert not isinstance(decided, str)
    assert read(reviewer, submitted).state == "at_authority"
    assert count(reviewer, "submission.claim_ended") == int(ended)
    assert count(reviewer, "submission.handed_over") == 1


def test_two_sweeps_end_a_claim_once(reviewer, submitted):
    held(reviewer, submitted, lapsed=True)
    system, about = system_actor(submitted.account_id), {"submission_id": submitted.pk}
    assert sorted(at_once(*[(system, end_idle_claim, about)] * 2)) == [False, True]
    assert count(reviewer, "submission.claim_ended") == 1
