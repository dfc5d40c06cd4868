"""One reviewer decides, another confirms or decides otherwise; never the same on both sides."""

import threading
from dataclasses import replace

import pytest
from django.db import connection

from registrar.accounts.models import Account
from registrar.errors import NotPermitted, ServiceError, StateConflict
from registrar.oplog.models import LogEntry
from registrar.tenancy.actor import system_staff_actor
from registrar.tenancy.context import acting_as
from verification.models import ReviewDecision, ReviewPolicy, Submission
from verification.services.decision_rows import ReasonAt
from verification.services.four_eyes import four_eyes_for
from verification.services.submissions import (
    approve_submission,
    confirm_decision,
    fail_submission,
    reopen_submission,
    withdraw_submission,
)

pytestmark = pytest.mark.django_db

UNCLEAR = [ReasonAt("materials_unclear")]


@pytest.fixture
def four_eyes(acme, submitted):
    with acting_as(system_staff_actor()):
        Account.objects.filter(pk=acme.pk).update(four_eyes=True)


@pytest.fixture
def third(make_staff, reviewer):
    user = make_staff("ron@registrar.example", decides=True)
    return replace(reviewer, label="Ron", user_id=user.pk)


@pytest.fixture
def failed_by_rita(four_eyes, submitted, reviewer, claim):
    claim(reviewer, submitted)
    with acting_as(reviewer):
        return fail_submission(
            actor=reviewer,
            submission=submitted,
            reasons=UNCLEAR,
            note_to_user="请重拍",
            note_to_staff="third time",
        )


@pytest.fixture
def approved_by_rita(four_eyes, submitted, reviewer, claim):
    claim(reviewer, submitted)
    with acting_as(reviewer):
        return approve_submission(actor=reviewer, submission=submitted, note_to_staff="fine")


def standings(rows):
    return [(row.verdict, row.standing) for row in rows]


def test_without_four_eyes_a_decision_is_in_force_at_once(
    submitted, reviewer, claim, reread, decisions_of
):
    claimed = claim(reviewer, submitted)
    with acting_as(reviewer):
        approve_submission(actor=reviewer, submission=submitted, note_to_staff=" fine ")
    (decision,) = decisions_of(submitted)
    assert (decision.verdict, decision.standing) == ("approve", "in_force")
    assert (decision.reviewer_id, decision.note_to_staff) == (reviewer.user_id, "fine")
    assert (decision.claimed_at, decision.due_at) == (claimed.claimed_at, claimed.review_due_at)
    row = reread(submitted)
    assert (row.state, row.note_to_staff, row.lease_until) == ("at_authority", "fine", None)


def test_profile_can_ask_for_four_eyes_as_well(acme, submitted):
    with acting_as(system_staff_actor()):
        assert not four_eyes_for(acme, submitted.profile)
        ReviewPolicy.objects.create(profile=submitted.profile, four_eyes=True)
        assert four_eyes_for(acme, submitted.profile)
        assert not four_eyes_for(acme, "another")


def test_first_decision_is_kept_and_nothing_happens_yet(
    failed_by_rita, reread, decisions_of, owner
):
    row = reread(failed_by_rita)
    assert (row.state, row.reviewer_id, row.lease_until) == ("second_review", None, None)
    assert (row.stage, row.reason_codes, row.note_to_user, row.ended_at) == ("", [], "", None)
    assert row.template.state == "in_review"
    (decision,) = decisions_of(row)
    assert (decision.verdict, decision.standing) == ("fail", "proposed")
    assert row.waiting_since > decision.waiting_since
    with acting_as(owner):
        told = LogEntry.objects.filter(object_id=row.public_id).latest("number")
        assert told.action == "submission.decision_proposed"
        assert told.after == {"state": "second_review"}


def test_confirming_carries_out_the_first_ones_failure(
    failed_by_rita, colleague, claim, reread, decisions_of
):
    claim(colleague, failed_by_rita)
    with acting_as(colleague):
        confirm_decision(actor=colleague, submission=failed_by_rita)
    row = reread(failed_by_rita)
    assert (row.state, row.stage, row.template.state) == ("failed", "reviewer", "failed")
    assert row.reason_codes == ["materials_unclear"]
    assert (row.note_to_user, row.note_to_staff) == ("请重拍", "third time")
    (decision,) = decisions_of(row)
    assert decision.standing == "in_force"
    assert decision.closed_by_id == colleague.user_id
    assert decision.closed_at is not None


def test_approving_what_a_colleague_approved_confirms_it(
    approved_by_rita, colleague, claim, reread, decisions_of
):
    claim(colleague, approved_by_rita)
    with acting_as(colleague):
        approve_submission(actor=colleague, submission=approved_by_rita, note_to_staff="me too")
    row = reread(approved_by_rita)
    assert (row.state, row.note_to_staff) == ("at_authority", "fine\nme too")
    assert standings(decisions_of(row)) == [("approve", "in_force")]


def test_chain_of_disagreement_ends_with_whoever_agrees(
    approved_by_rita, reviewer, colleague, third, claim, reread, decisions_of
):
    row = claim(colleague, approved_by_rita)
    with acting_as(colleague):
        fail_submission(actor=colleague, submission=row, reasons=UNCLEAR, note_to_user="模糊")
    assert reread(row).state == "second_review"
    claim(third, row)
    with acting_as(third):
        approve_submission(actor=third, submission=row)
    claim(reviewer, row)
    with acting_as(reviewer):
        confirm_decision(actor=reviewer, submission=row)
    assert reread(row).state == "at_authority"
    rows = decisions_of(row)
    assert standings(rows) == [
        ("approve", "overruled"),
        ("fail", "overruled"),
        ("approve", "in_force"),
    ]
    closers = [colleague.user_id, third.user_id, reviewer.user_id]
    assert [one.closed_by_id for one in rows] == closers


@pytest.mark.parametrize("superuser", [False, True])
def test_nobody_is_their_own_second_reviewer(
    failed_by_rita, reviewer, reread, decisions_of, superuser, django_user_model
):
    with acting_as(system_staff_actor()):
        django_user_model.objects.filter(pk=reviewer.user_id).update(is_superuser=superuser)
        # However they came by it.
        Submission.objects.filter(pk=failed_by_rita.pk).update(
            state="in_review", reviewer=reviewer.user_id
        )
    attempts = (
        lambda: confirm_decision(actor=reviewer, submission=failed_by_rita),
        lambda: approve_submission(actor=reviewer, submission=failed_by_rita),
        lambda: fail_submission(actor=reviewer, submission=failed_by_rita, reasons=UNCLEAR),
    )
    for attempt in attempts:
        with acting_as(reviewer), pytest.raises(NotPermitted) as caught:
            attempt()
        assert caught.value.code == "own_decision"
    assert standings(decisions_of(failed_by_rita)) == [("fail", "proposed")]
    assert reread(failed_by_rita).state == "in_review"


def test_confirming_needs_a_claim_and_a_proposal(submitted, reviewer, colleague, claim):
    with acting_as(reviewer), pytest.raises(StateConflict):
        confirm_decision(actor=reviewer, submission=submitted)
    claim(reviewer, submitted)
    for actor in (reviewer, colleague):
        with acting_as(actor), pytest.raises(StateConflict):
            confirm_decision(actor=actor, submission=submitted)


def test_customers_and_clerks_confirm_nothing(failed_by_rita, owner, make_staff, reviewer):
    clerk = replace(reviewer, user_id=make_staff("clerk@registrar.example").pk)
    for actor in (owner, clerk):
        for service in (confirm_decision, reopen_submission):
            with acting_as(actor), pytest.raises(NotPermitted):
                service(actor=actor, submission=failed_by_rita)


def test_disagreement_is_confirmed_even_if_four_eyes_are_off_by_now(
    approved_by_rita, acme, colleague, claim, reread
):
    with acting_as(system_staff_actor()):
        Account.objects.filter(pk=acme.pk).update(four_eyes=False)
    claim(colleague, approved_by_rita)
    with acting_as(colleague):
        fail_submission(actor=colleague, submission=approved_by_rita, reasons=UNCLEAR)
    assert reread(approved_by_rita).state == "second_review"


def test_withdrawal_closes_the_proposal(failed_by_rita, owner, decisions_of):
    with acting_as(owner):
        withdraw_submission(actor=owner, submission=failed_by_rita)
    (decision,) = decisions_of(failed_by_rita)
    assert (decision.standing, decision.closed_by_id) == ("withdrawn", None)
    assert decision.closed_at is not None


@pytest.mark.django_db(transaction=True)
def test_confirming_and_deciding_otherwise_at_once_one_wins(
    failed_by_rita, colleague, claim, reread, decisions_of, monkeypatch
):
    monkeypatch.setattr("registrar.jobs.hurry", lambda task, *ids: None)
    claim(colleague, failed_by_rita)
    start, results = threading.Barrier(3), []

    def run(service):
        try:
            start.wait(10)
            with acting_as(colleague):
                service(actor=colleague, submission=failed_by_rita)
            results.append("done")
        except ServiceError as error:
            results.append(error.code)
        finally:
            connection.close()

    services = (confirm_decision, confirm_decision, approve_submission)
    threads = [threading.Thread(target=run, args=(service,)) for service in services]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    # The winner's end of the claim may be seen before the case's new state.
    assert results.count("done") == 1
    assert set(results) <= {"done", "state_conflict", "claim_ended"}
    first, *others = decisions_of(failed_by_rita)
    if reread(failed_by_rita).state == "failed":
        assert (first.standing, others) == ("in_force", [])
    else:
        assert first.standing == "overruled"
        assert standings(others) == [("approve", "proposed")]


def test_rows_of_decisions_name_one_proposal_at_most(failed_by_rita):
    with acting_as(system_staff_actor()):
        rows = ReviewDecision.objects.filter(submission=failed_by_rita, standing="proposed")
        assert rows.count() == 1
