"""A decision is taken back while nothing was sent, and what it had caused is undone."""

import datetime as dt
import threading

import pytest
from django.db import connection
from django.utils import timezone

from domains.models import Domain
from registrar.accounts.models import Account, Membership, User
from registrar.errors import Blocked, InvalidInput, NotPermitted, ServiceError, StateConflict
from registrar.notices.models import Notice
from registrar.tenancy.actor import system_actor, system_staff_actor
from registrar.tenancy.context import acting_as
from templates_app.models import InfoTemplate
from tests.verification.data import NUMBER
from verification.models import MoreRequest, Reminder, Submission
from verification.services.decision_rows import ReasonAt
from verification.services.forwarding import take_submission
from verification.services.submissions import (
    approve_submission,
    fail_submission,
    reopen_submission,
    submit_verification,
    withdraw_submission,
)

pytestmark = pytest.mark.django_db

UNCLEAR = [ReasonAt("materials_unclear")]


@pytest.fixture(autouse=True)
def nobody_forwards(monkeypatch):
    monkeypatch.setattr("registrar.jobs.hurry", lambda task, *ids: None)


@pytest.fixture
def approved(submitted, reviewer, claim):
    claim(reviewer, submitted)
    with acting_as(reviewer):
        return approve_submission(actor=reviewer, submission=submitted, note_to_staff="fine")


@pytest.fixture
def failed(submitted, reviewer, claim):
    claim(reviewer, submitted)
    with acting_as(reviewer):
        return fail_submission(
            actor=reviewer,
            submission=submitted,
            reasons=[ReasonAt("document_newly_issued")],
            note_to_user="太新",
            note_to_staff="sure",
        )


def reopen(actor, submission, note=""):
    with acting_as(actor):
        return reopen_submission(actor=actor, submission=submission, note=note)


def refusal(actor, submission, note="a slip"):
    with pytest.raises(ServiceError) as caught:
        reopen(actor, submission, note)
    return caught.value


def test_approval_comes_back_into_the_deciders_hands(
    approved, reviewer, reread, decisions_of, settings
):
    before = reread(approved)
    reopen(reviewer, approved)
    row = reread(approved)
    assert (row.state, row.reviewer_id) == ("in_review", reviewer.user_id)
    assert (row.due_at, row.deadline, row.authority_id) == (None, None, None)
    assert row.note_to_staff == ""
    assert row.lease_until - row.claimed_at == dt.timedelta(minutes=settings.REVIEW_LEASE)
    assert row.claimed_at > before.claimed_at
    assert row.review_due_at == before.review_due_at
    assert row.waiting_since > before.waiting_since
    (decision,) = decisions_of(row)
    assert (decision.standing, decision.closed_by_id) == ("reopened", reviewer.user_id)
    assert decision.note_to_staff == "fine"


def test_grace_leaves_the_worker_waiting(submitted, reviewer, claim, settings, reread):
    settings.REVIEW_GRACE = 60
    claim(reviewer, submitted)
    before = timezone.now()
    with acting_as(reviewer):
        approve_submission(actor=reviewer, submission=submitted)
    assert reread(submitted).due_at >= before + dt.timedelta(seconds=60)
    with acting_as(system_actor(submitted.account_id)):
        assert take_submission(submission_id=submitted.pk) is None


def test_what_was_sent_stays_sent(approved, reviewer, reread):
    with acting_as(system_actor(approved.account_id)):
        assert take_submission(submission_id=approved.pk) is not None
    assert refusal(reviewer, approved).code == "already_sent"
    assert reread(approved).state == "at_authority"


def test_what_no_reviewer_approved_is_nothing_to_take_back(approved, reviewer, inside, acme):
    with inside(acme):
        Submission.objects.filter(pk=approved.pk).update(reviewer=None)
    assert refusal(reviewer, approved).code == "not_reopenable"


def test_failure_is_undone_with_all_that_it_caused(failed, reviewer, reread, decisions_of, owner):
    with acting_as(owner):
        assert Reminder.objects.get(submission=failed).state == "waiting"
    reopen(reviewer, failed)
    row = reread(failed)
    assert (row.state, row.stage, row.template.state) == ("in_review", "", "in_review")
    assert (row.reason_codes, row.reason_places, row.ended_at) == ([], [], None)
    assert (row.note_to_user, row.note_to_staff) == ("", "")
    (decision,) = decisions_of(row)
    assert (decision.standing, decision.note_to_user) == ("reopened", "太新")
    assert [one["code"] for one in decision.reasons] == ["document_newly_issued"]
    with acting_as(owner):
        reminder = Reminder.objects.get(submission=failed)
        assert (reminder.state, reminder.due_at) == ("outdated", None)
        kinds = Notice.objects.filter(user_id=owner.user_id).order_by("pk")
        assert [notice.kind for notice in kinds] == [
            "verification.failed_template",
            "verification.reopened_template",
        ]


def test_second_failure_of_the_same_submission_is_told_again(failed, reviewer, owner):
    reopen(reviewer, failed)
    with acting_as(reviewer):
        fail_submission(actor=reviewer, submission=failed, reasons=UNCLEAR)
    with acting_as(owner):
        told = Notice.objects.filter(user_id=owner.user_id, kind="verification.failed_template")
        assert told.count() == 2


def test_failed_domain_is_in_review_again(acme, owner, reviewer, make_domain, upload, claim):
    domain, material = make_domain(acme, "acme.com"), upload(owner)
    with acting_as(owner):
        row = submit_verification(
            actor=owner,
            domain=domain,
            document_type="SFZ",
            document_number=NUMBER,
            materials=[material],
        )
    claim(reviewer, row)
    with acting_as(reviewer):
        fail_submission(actor=reviewer, submission=row, reasons=UNCLEAR)
    with acting_as(owner):
        Domain.objects.filter(pk=domain.pk).update(registrant_change="in_review")
    assert isinstance(refusal(reviewer, row), Blocked)
    with acting_as(owner):
        Domain.objects.filter(pk=domain.pk).update(registrant_change="none")
    reopen(reviewer, row)
    with acting_as(owner):
        assert Domain.objects.get(pk=domain.pk).real_name == "in_review"


def test_failure_of_the_authority_stays(failed, reviewer, inside, acme):
    with inside(acme):
        Submission.objects.filter(pk=failed.pk).update(stage="authority")
    assert refusal(reviewer, failed).code == "not_reopenable"


@pytest.mark.parametrize("state", ["unverified", "verified", "disabled"])
def test_failure_that_nobody_stands_as_any_more_stays(failed, reviewer, inside, acme, state):
    with inside(acme):
        InfoTemplate.objects.filter(pk=failed.template_id).update(
            state=state, disabled_reason="abuse" if state == "disabled" else ""
        )
    assert refusal(reviewer, failed).code == "superseded"


def test_failure_stays_once_another_submission_went_out(failed, owner, reviewer, upload):
    material = upload(owner)
    with acting_as(owner):
        again = submit_verification(actor=owner, template=failed.template, materials=[material])
    assert refusal(reviewer, failed).code == "superseded"
    with acting_as(owner):
        withdraw_submission(actor=owner, submission=again)
    assert refusal(reviewer, failed).code == "superseded"


@pytest.mark.parametrize(
    "changed", [{"name_zh": "李四"}, {"document_type": "HZ"}, {"number_index": "0" * 64}]
)
def test_failure_stays_once_the_template_says_something_else(
    failed, reviewer, inside, acme, changed
):
    with inside(acme):
        InfoTemplate.objects.filter(pk=failed.template_id).update(**changed)
    assert refusal(reviewer, failed).code == "holder_changed"


def test_request_for_more_is_dropped_and_the_clock_goes_on(
    submitted, reviewer, inside, acme, claim, reread, owner
):
    claim(reviewer, submitted)
    with inside(acme):
        Submission.objects.filter(pk=submitted.pk).update(
            state="more_wanted", review_due_at=None, review_minutes_left=90
        )
        MoreRequest.objects.create(
            account=acme,
            submission=submitted,
            asked_by_id=reviewer.user_id,
            asked_at=timezone.now(),
        )
    reopen(reviewer, submitted)
    row = reread(submitted)
    assert (row.state, row.review_minutes_left) == ("in_review", None)
    assert row.review_due_at > timezone.now()
    with acting_as(owner):
        assert MoreRequest.objects.get(submission=row).dropped_at is not None
        told = Notice.objects.filter(user_id=owner.user_id).latest("pk")
        assert told.kind == "verification.reopened_template"


def test_withdrawal_drops_a_request_for_more(submitted, reviewer, inside, acme, owner):
    with inside(acme):
        Submission.objects.filter(pk=submitted.pk).update(state="more_wanted")
        MoreRequest.objects.create(
            account=acme,
            submission=submitted,
            asked_by_id=reviewer.user_id,
            asked_at=timezone.now(),
        )
    with acting_as(owner):
        withdraw_submission(actor=owner, submission=submitted)
        assert MoreRequest.objects.get(submission=submitted).dropped_at is not None


def test_only_the_decider_takes_a_proposal_back(
    acme, submitted, reviewer, colleague, claim, reread, decisions_of
):
    with acting_as(system_staff_actor()):
        Account.objects.filter(pk=acme.pk).update(four_eyes=True)
    claim(reviewer, submitted)
    with acting_as(reviewer):
        approve_submission(actor=reviewer, submission=submitted)
    assert refusal(colleague, submitted).code == "not_reopenable"
    reopen(reviewer, submitted)
    assert reread(submitted).state == "in_review"
    assert [one.standing for one in decisions_of(submitted)] == ["reopened"]


def test_colleagues_decision_is_taken_back_with_a_word_of_why(
    approved, colleague, reread, decisions_of
):
    assert isinstance(refusal(colleague, approved, note="  "), InvalidInput)
    reopen(colleague, approved, note="wrong picture")
    assert reread(approved).reviewer_id == colleague.user_id
    (decision,) = decisions_of(approved)
    assert decision.closing_note == "wrong picture"


def test_staff_of_the_account_reopen_nothing(approved, acme, reviewer):
    with acting_as(system_actor(acme.pk)):
        user = User.objects.get(pk=reviewer.user_id)
        Membership.objects.create(account=acme, user=user, role="viewer")
    assert isinstance(refusal(reviewer, approved), NotPermitted)


@pytest.mark.parametrize("state", ["submitted", "in_review", "passed", "withdrawn"])
def test_nothing_to_take_back(submitted, reviewer, inside, acme, state):
    with inside(acme):
        Submission.objects.filter(pk=submitted.pk).update(state=state)
    assert isinstance(refusal(reviewer, submitted), StateConflict)


@pytest.mark.django_db(transaction=True)
def test_reopening_while_the_worker_takes_it_one_wins(approved, reviewer, reread):
    start, results = threading.Barrier(2), {}

    def run(name, actor, act):
        try:
            start.wait(10)
            with acting_as(actor):
                results[name] = act()
        except StateConflict as conflict:
            results[name] = conflict.code
        finally:
            connection.close()

    calls = (
        (
            "worker",
            system_actor(approved.account_id),
            lambda: take_submission(submission_id=approved.pk),
        ),
        ("reviewer", reviewer, lambda: reopen_submission(actor=reviewer, submission=approved)),
    )
    threads = [threading.Thread(target=run, args=call) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    row = reread(approved)
    if results["worker"] is None:
        assert (row.state, row.sent_at) == ("in_review", None)
    else:
        assert results["reviewer"] == "already_sent"
        assert row.state == "at_authority"
        assert row.sent_at is not None
