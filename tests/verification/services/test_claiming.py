"""A claim: whose it is, how long it holds, how it ends, and what still counts after it."""

import datetime as dt

import pytest
from django.conf import settings
from django.utils import timezone

from registrar.accounts.models import Membership
from registrar.errors import NotPermitted, StateConflict
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from verification.models import ReviewDecision, Submission
from verification.review.tasks import sweep_idle_claims
from verification.services.decision_rows import ReasonAt
from verification.services.submissions import (
    approve_submission,
    claim_submission,
    fail_submission,
    give_back,
    keep_claim,
    take_over_submission,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def nobody_forwards(monkeypatch):
    monkeypatch.setattr("registrar.jobs.hurry", lambda task, *ids: None)


@pytest.fixture
def claimed(reviewer, submitted):
    with acting_as(reviewer):
        return claim_submission(actor=reviewer, submission=submitted)


def let_lapse(submission):
    past = timezone.now() - dt.timedelta(minutes=1)
    Submission.objects.filter(pk=submission.pk).update(lease_until=past)


def propose(submission, who):
    """`who` has decided; it is with a second reviewer now, or waits for one."""
    ReviewDecision.objects.create(
        account_id=submission.account_id,
        submission_id=submission.pk,
        reviewer_id=who.user_id,
        verdict="approve",
        standing="proposed",
        decided_at=timezone.now(),
    )


def log_of(submission):
    rows = LogEntry.objects.filter(object_id=submission.public_id).order_by("number")
    return [row.action for row in rows if row.action != "submission.submitted"]


def test_claim_holds_for_the_lease(reviewer, claimed):
    with acting_as(reviewer):
        row = Submission.objects.get()
    assert row.reviewer_id == reviewer.user_id
    assert row.lease_until - row.claimed_at == dt.timedelta(minutes=settings.REVIEW_LEASE)


def test_claim_of_a_colleagues_is_refused_while_it_holds(colleague, claimed):
    with acting_as(colleague), pytest.raises(StateConflict) as refused:
        claim_submission(actor=colleague, submission=claimed)
    assert refused.value.code == "claimed_by_other"


def test_lapsed_claim_can_be_claimed_and_the_log_says_whose_it_was(reviewer, colleague, claimed):
    with acting_as(colleague):
        let_lapse(claimed)
        row = claim_submission(actor=colleague, submission=claimed)
        assert (row.state, row.reviewer_id) == ("in_review", colleague.user_id)
        entry = LogEntry.objects.get(action="submission.claimed_lapsed")
    assert entry.before["reviewer"] == f"user:{reviewer.user_id}"
    assert "lease_until" in entry.before


@pytest.mark.parametrize("lapsed", [True, False])
def test_take_over_is_logged_with_both_and_with_the_lapse(lapsed, reviewer, colleague, claimed):
    with acting_as(colleague):
        if lapsed:
            let_lapse(claimed)
        take_over_submission(actor=colleague, submission=claimed)
        entry = LogEntry.objects.get(action="submission.taken_over")
    assert entry.before["reviewer"] == f"user:{reviewer.user_id}"
    assert entry.after["reviewer"] == f"user:{colleague.user_id}"
    assert ("lease_until" in entry.before) is lapsed


@pytest.mark.parametrize("state", ["submitted", "in_review", "second_review"])
def test_own_decision_is_never_claimed_to_be_confirmed(state, reviewer, colleague, submitted):
    with acting_as(reviewer):
        propose(submitted, reviewer)
        Submission.objects.filter(pk=submitted.pk).update(state=state, reviewer=colleague.user_id)
        let_lapse(submitted)
        with pytest.raises(NotPermitted) as refused:
            claim_submission(actor=reviewer, submission=submitted)
    assert refused.value.code == "own_decision"


def test_own_decision_is_not_taken_over_from_the_second_reviewer(reviewer, colleague, submitted):
    with acting_as(reviewer):
        propose(submitted, reviewer)
        Submission.objects.filter(pk=submitted.pk).update(
            state="in_review", reviewer=colleague.user_id
        )
        with pytest.raises(NotPermitted):
            take_over_submission(actor=reviewer, submission=submitted)


def test_giving_back_leaves_it_free_and_its_clock_running(reviewer, claimed):
    with acting_as(reviewer):
        due = Submission.objects.get().review_due_at
        row = give_back(actor=reviewer, submission=claimed)
        assert log_of(row) == ["submission.claimed", "submission.given_back"]
    assert (row.state, row.reviewer_id, row.lease_until) == ("submitted", None, None)
    assert row.review_due_at == due


def test_giving_back_what_a_colleague_has_decided_leads_to_the_second_review(
    reviewer, colleague, claimed
):
    with acting_as(reviewer):
        propose(claimed, colleague)
        assert give_back(actor=reviewer, submission=claimed).state == "second_review"


def test_giving_back_a_colleagues_is_refused(colleague, claimed):
    with acting_as(colleague), pytest.raises(StateConflict) as refused:
        give_back(actor=colleague, submission=claimed)
    assert refused.value.code == "claimed_by_other"


def test_giving_back_is_possible_after_joining_the_account(reviewer, claimed, acme):
    with acting_as(reviewer):
        Membership.objects.create(account=acme, user_id=reviewer.user_id, role="viewer")
        assert give_back(actor=reviewer, submission=claimed).state == "submitted"


def test_keeping_a_claim_gives_it_its_whole_time_again_and_logs_nothing(reviewer, claimed):
    with acting_as(reviewer):
        let_lapse(claimed)
        keep_claim(actor=reviewer, submission=claimed)
        assert Submission.objects.get().lease_until > timezone.now()
        assert log_of(claimed) == ["submission.claimed"]


def test_keeping_what_is_somebody_elses_or_nobodys_is_refused(reviewer, colleague, claimed):
    with acting_as(colleague), pytest.raises(StateConflict) as refused:
        keep_claim(actor=colleague, submission=claimed)
    assert refused.value.code == "claimed_by_other"
    with acting_as(reviewer):
        give_back(actor=reviewer, submission=claimed)
        with pytest.raises(StateConflict) as refused:
            keep_claim(actor=reviewer, submission=claimed)
    assert refused.value.code == "claim_ended"


@pytest.mark.parametrize(("proposed", "state"), [(False, "submitted"), (True, "second_review")])
def test_sweep_gives_back_what_is_idle_as_the_system(proposed, state, reviewer, colleague, claimed):
    with acting_as(reviewer):
        if proposed:
            propose(claimed, colleague)
        let_lapse(claimed)
    sweep_idle_claims()
    sweep_idle_claims()
    with acting_as(reviewer):
        row = Submission.objects.get()
        assert (row.state, row.reviewer_id) == (state, None)
        entry = LogEntry.objects.get(action="submission.claim_ended")
        assert (entry.actor_kind, entry.before["reviewer"]) == (
            "system",
            f"user:{reviewer.user_id}",
        )


def test_sweep_leaves_a_claim_that_holds(reviewer, claimed):
    sweep_idle_claims()
    with acting_as(reviewer):
        assert Submission.objects.get().state == "in_review"


def test_decision_after_idle_time_counts_when_nobody_else_has_had_it(reviewer, claimed):
    with acting_as(reviewer):
        let_lapse(claimed)
    sweep_idle_claims()
    with acting_as(reviewer):
        approve_submission(actor=reviewer, submission=claimed)
        assert Submission.objects.get().state == "at_authority"
        assert log_of(claimed) == [
            *("submission.claimed", "submission.claim_ended"),
            *("submission.claimed", "submission.handed_over"),
        ]


def test_decision_after_idle_time_is_refused_once_a_colleague_has_had_it(
    reviewer, colleague, claimed
):
    with acting_as(reviewer):
        let_lapse(claimed)
    sweep_idle_claims()
    with acting_as(colleague):
        claim_submission(actor=colleague, submission=claimed)
    decision = {"submission": claimed, "reasons": [ReasonAt("materials_unclear")]}
    with acting_as(reviewer), pytest.raises(StateConflict) as refused:
        fail_submission(actor=reviewer, **decision)
    assert refused.value.code == "claimed_by_other"
    with acting_as(colleague):
        give_back(actor=colleague, submission=claimed)
    with acting_as(reviewer), pytest.raises(StateConflict) as refused:
        fail_submission(actor=reviewer, **decision)
    assert refused.value.code == "claim_ended"


def test_decision_after_giving_back_by_oneself_is_refused(reviewer, claimed):
    with acting_as(reviewer):
        give_back(actor=reviewer, submission=claimed)
        with pytest.raises(StateConflict) as refused:
            approve_submission(actor=reviewer, submission=claimed)
    assert refused.value.code == "claim_ended"
