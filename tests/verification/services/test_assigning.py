"""Setting aside for one reviewer, and asking the authority now: many at once."""

import datetime as dt

import pytest
from django.utils import timezone

from registrar.accounts.models import Membership, User
from registrar.errors import InvalidInput, NotPermitted
from registrar.jobs import lease_length
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from tests import world
from verification.models import ReviewDecision, Submission
from verification.services.assigning import reviewers
from verification.services.submissions import assign_submissions, resend_submissions

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows_of(inside):
    """`rows_of(acme, "submitted", "passed")`: submissions of domains, in these states."""

    def make(account, *states, **fields):
        made = []
        with inside(account):
            for number, state in enumerate(states):
                domain = world.domain_of(account, f"{account.slug}{number}.com")
                values = {"domain": domain, "state": state}
                made.append(world.submission_of(account, **(values | fields)))
        return made

    return make


@pytest.fixture
def rob(colleague):
    return User.objects.get(pk=colleague.user_id)


def assigned(actor):
    with acting_as(actor):
        return list(Submission.objects.order_by("pk").values_list("assigned_to_id", flat=True))


def test_those_with_the_reviewers_are_assigned_and_logged_with_both(
    reviewer, rob, acme, globex, rows_of
):
    rows = rows_of(acme, "submitted", "in_review", "passed") + rows_of(globex, "second_review")
    with acting_as(reviewer):
        assert assign_submissions(actor=reviewer, submissions=rows, assignee=rob) == 3
    assert assigned(reviewer) == [rob.pk, rob.pk, None, rob.pk]
    with acting_as(reviewer):
        assert assign_submissions(actor=reviewer, submissions=rows[:1], assignee=None) == 1
        entries = list(LogEntry.objects.filter(action="submission.assigned").order_by("pk"))
    assert len(entries) == 4
    assert (entries[-1].before, entries[-1].after) == (
        {"assigned_to": f"user:{rob.pk}"},
        {"assigned_to": ""},
    )


def test_assigning_again_changes_and_logs_nothing(reviewer, rob, acme, rows_of):
    rows = rows_of(acme, "submitted", assigned_to=rob)
    with acting_as(reviewer):
        assert assign_submissions(actor=reviewer, submissions=rows, assignee=rob) == 0
        assert not LogEntry.objects.exists()


def test_own_accounts_are_not_assigned(reviewer, rob, acme, globex, rows_of, inside):
    with inside(acme):
        Membership.objects.create(account=acme, user=rob, role="viewer")
    rows = rows_of(acme, "submitted") + rows_of(globex, "submitted")
    with acting_as(reviewer):
        assert assign_submissions(actor=reviewer, submissions=rows, assignee=rob) == 1
    assert assigned(reviewer) == [None, rob.pk]


def test_own_decision_is_not_assigned_to_be_confirmed(reviewer, rob, acme, rows_of, inside):
    rows = rows_of(acme, "second_review")
    with inside(acme):
        ReviewDecision.objects.create(
            account=acme,
            submission=rows[0],
            reviewer=rob,
            verdict="approve",
            standing="proposed",
            decided_at=timezone.now(),
        )
    with acting_as(reviewer):
        assert assign_submissions(actor=reviewer, submissions=rows, assignee=rob) == 0


def test_nothing_is_assigned_to_somebody_who_may_not_decide(
    reviewer, make_staff, alice, acme, rows_of
):
    rows = rows_of(acme, "submitted")
    for stranger in (make_staff("sam@registrar.example"), alice):
        with acting_as(reviewer), pytest.raises(InvalidInput) as refused:
            assign_submissions(actor=reviewer, submissions=rows, assignee=stranger)
        assert refused.value.errors[0].field == "assignee"
    assert assigned(reviewer) == [None]


def test_reviewers_are_those_who_may_decide_and_are_there(reviewer, rob, make_staff, alice):
    make_staff("sam@registrar.example")
    gone = make_staff("gone@registrar.example", decides=True)
    User.objects.filter(pk=gone.pk).update(is_active=False)
    assert {user.pk for user in reviewers()} == {reviewer.user_id, rob.pk}


def test_members_neither_assign_nor_resend(owner, acme, rows_of):
    rows = rows_of(acme, "submitted")
    with acting_as(owner):
        with pytest.raises(NotPermitted):
            assign_submissions(actor=owner, submissions=rows, assignee=None)
        with pytest.raises(NotPermitted):
            resend_submissions(actor=owner, submissions=rows)


def test_those_sent_to_the_authority_are_due_now_and_others_stay(reviewer, acme, rows_of):
    later = timezone.now() + dt.timedelta(hours=1)
    sent = rows_of(acme, "at_authority", sent_at=timezone.now(), due_at=later)
    long_ago = timezone.now() - dt.timedelta(hours=1)
    with acting_as(reviewer):
        Submission.objects.update(updated_at=long_ago)
        assert resend_submissions(actor=reviewer, submissions=sent) == 1
        row = Submission.objects.get()
        assert row.due_at <= timezone.now()
        assert row.state == "at_authority"
        assert LogEntry.objects.get().action == "submission.resent"


def test_row_that_a_worker_may_hold_is_due_when_its_lease_has_ended(reviewer, acme, rows_of):
    later = timezone.now() + dt.timedelta(hours=1)
    rows = rows_of(acme, "at_authority", sent_at=timezone.now(), due_at=later)
    for _twice in range(2):
        with acting_as(reviewer):
            resend_submissions(actor=reviewer, submissions=rows)
            row = Submission.objects.get()
        assert row.due_at == row.updated_at + lease_length()


@pytest.mark.parametrize("due", [None, dt.timedelta(minutes=-5)])
def test_what_was_due_already_is_not_put_off(due, reviewer, acme, rows_of):
    moment = due and timezone.now() + due
    rows = rows_of(acme, "at_authority", sent_at=timezone.now(), due_at=moment)
    with acting_as(reviewer):
        resend_submissions(actor=reviewer, submissions=rows)
        row = Submission.objects.get()
    assert row.due_at == (moment or row.updated_at + lease_length())


@pytest.mark.parametrize("state", ["submitted", "in_review", "passed", "at_authority"])
def test_what_was_never_sent_or_is_elsewhere_is_not_resent(state, reviewer, acme, rows_of):
    later = timezone.now() + dt.timedelta(seconds=60)
    rows = rows_of(acme, state, due_at=later)
    with acting_as(reviewer):
        assert resend_submissions(actor=reviewer, submissions=rows) == 0
        assert Submission.objects.get().due_at == later
        assert not LogEntry.objects.exists()
