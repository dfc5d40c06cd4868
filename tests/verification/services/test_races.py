"""Holder, reviewers and authority at the same moment: one of them wins, and all agree who."""

import threading

import pytest
from django.db import connection

from registrar.errors import ServiceError
from registrar.oplog.integrity import first_broken
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as
from templates_app.models import InfoTemplate
from verification.models import Submission
from verification.services.decision_rows import ReasonAt
from verification.services.submissions import (
    approve_submission,
    claim_submission,
    fail_submission,
    record_outcome,
    time_out,
    withdraw_submission,
)

pytestmark = pytest.mark.django_db(transaction=True)

TEMPLATE_STATES = {
    "withdrawn": "unverified",
    "in_review": "in_review",
    "at_authority": "in_review",
    "failed": "failed",
    "passed": "verified",
}


@pytest.fixture(autouse=True)
def nobody_forwards(monkeypatch):
    """What the broker would hurry stays due."""
    monkeypatch.setattr("registrar.jobs.hurry", lambda task, *ids: None)


def at_once(*calls):
    """How many of the calls were done; the others were refused, none failed otherwise."""
    start, done, broken = threading.Barrier(len(calls)), [], []

    def run(actor, service, arguments):
        try:
            start.wait(10)
            with acting_as(actor):
                service(actor=actor, **arguments)
            done.append(service.__name__)
        except ServiceError:
            pass
        except Exception as error:
            broken.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=call) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert broken == []
    return done


def check_agreement(owner, submission):
    with acting_as(owner):
        row = Submission.objects.get(pk=submission.pk)
        template = InfoTemplate.objects.get(pk=submission.template_id)
        assert template.state == TEMPLATE_STATES[row.state]
        assert (row.ended_at is None) == (row.state in ("in_review", "at_authority"))
        assert first_broken(owner.account_id) is None
        return row


def test_two_claims_and_a_withdrawal_at_once(owner, reviewer, colleague, submitted):
    about = {"submission": submitted}
    done = at_once(
        (reviewer, claim_submission, about),
        (colleague, claim_submission, about),
        (owner, withdraw_submission, about),
    )
    assert done.count("claim_submission") <= 1
    assert len(done) >= 1
    check_agreement(owner, submitted)


def test_approval_refusal_and_withdrawal_at_once(owner, reviewer, submitted):
    about = {"submission": submitted}
    with acting_as(reviewer):
        claim_submission(actor=reviewer, **about)
    refusal = about | {"reasons": [ReasonAt("document_expired")]}
    done = at_once(
        (reviewer, approve_submission, about),
        (reviewer, fail_submission, refusal),
        (owner, withdraw_submission, about),
    )
    assert len(done) == 1
    check_agreement(owner, submitted)


def test_answers_that_contradict_each_other_at_once(owner, reviewer, submitted):
    about = {"submission": submitted}
    with acting_as(reviewer):
        claim_submission(actor=reviewer, **about)
        approve_submission(actor=reviewer, **about)
    worker, one = system_actor(owner.account_id), {"submission_id": submitted.pk}
    at_once(
        (worker, record_outcome, one | {"passed": True}),
        (worker, record_outcome, one | {"passed": False, "raw_messages": ["证件已过期"]}),
        (worker, time_out, one),
        (owner, withdraw_submission, about),
    )
    row = check_agreement(owner, submitted)
    assert row.state in ("passed", "failed")
    assert row.due_at is None
