"""The most urgent that this reviewer could decide."""

import datetime as dt

import pytest
from django.utils import timezone

from registrar.accounts.models import Membership, User
from registrar.errors import NotPermitted
from registrar.tenancy.context import acting_as
from tests import world
from verification.models import ReviewDecision, Submission
from verification.services.submissions import claim_next

pytestmark = pytest.mark.django_db

NOON = dt.datetime(2026, 7, 1, 4, tzinfo=dt.UTC)


@pytest.fixture
def waiting(acme, inside):
    """`waiting("a.com", hours=3)`: due that many hours after noon; None: whenever."""

    def make(name, *, hours=0, account=acme, **fields):
        due = None if hours is None else NOON + dt.timedelta(hours=hours)
        with inside(account):
            domain = world.domain_of(account, name, real_name="in_review")
            values = {"domain": domain, "state": "submitted", "review_due_at": due}
            return world.submission_of(account, **(values | fields))

    return make


def taken(actor):
    with acting_as(actor):
        row = claim_next(actor=actor)
        return row and Submission.objects.select_related("domain").get(pk=row.pk).domain.name


def test_oldest_due_comes_first_and_what_has_no_due_time_last(reviewer, waiting):
    waiting("never.com", hours=None)
    waiting("late.com", hours=5)
    waiting("soon.com", hours=1)
    assert [taken(reviewer) for _ in range(4)] == ["soon.com", "late.com", "never.com", None]


def test_assigned_to_them_comes_before_what_is_due_earlier(reviewer, waiting):
    waiting("soon.com", hours=1)
    waiting("mine.com", hours=9, assigned_to_id=reviewer.user_id)
    assert [taken(reviewer) for _ in range(2)] == ["mine.com", "soon.com"]


def test_what_is_assigned_to_a_colleague_is_left_to_them(reviewer, colleague, waiting):
    waiting("theirs.com", assigned_to_id=colleague.user_id)
    assert taken(reviewer) is None
    assert taken(colleague) == "theirs.com"


def test_assignment_to_somebody_who_left_holds_nothing_up(reviewer, colleague, waiting):
    waiting("theirs.com", assigned_to_id=colleague.user_id)
    User.objects.filter(pk=colleague.user_id).update(is_active=False)
    assert taken(reviewer) == "theirs.com"


def test_assignment_to_somebody_who_may_decide_no_more_holds_nothing_up(
    reviewer, colleague, waiting
):
    waiting("theirs.com", assigned_to_id=colleague.user_id)
    User.objects.get(pk=colleague.user_id).user_permissions.clear()
    assert taken(reviewer) == "theirs.com"


def test_assignment_to_somebody_of_the_account_holds_nothing_up(
    reviewer, colleague, acme, waiting, inside
):
    waiting("theirs.com", assigned_to_id=colleague.user_id)
    with inside(acme):
        Membership.objects.create(account=acme, user_id=colleague.user_id, role="viewer")
    assert taken(reviewer) == "theirs.com"


def test_own_accounts_are_skipped(reviewer, acme, waiting, inside):
    waiting("own.com")
    with inside(acme):
        Membership.objects.create(account=acme, user_id=reviewer.user_id, role="viewer")
    assert taken(reviewer) is None


def decide_first(submission, who):
    ReviewDecision.objects.create(
        account_id=submission.account_id,
        submission=submission,
        reviewer_id=who.user_id,
        verdict="fail",
        standing="proposed",
        decided_at=timezone.now(),
    )


def test_own_decision_is_left_to_a_colleague_whoever_it_was_assigned_to(
    reviewer, colleague, waiting, inside, acme
):
    row = waiting("four.com", state="second_review", assigned_to_id=reviewer.user_id)
    with inside(acme):
        decide_first(row, reviewer)
    assert taken(reviewer) is None
    assert taken(colleague) == "four.com"


def test_idle_colleagues_claim_is_offered_and_a_running_one_is_not(reviewer, colleague, waiting):
    now = timezone.now()
    held = {"state": "in_review", "reviewer_id": colleague.user_id}
    waiting("held.com", **held, lease_until=now + dt.timedelta(minutes=5))
    waiting("idle.com", **held, lease_until=now - dt.timedelta(minutes=5))
    assert [taken(reviewer), taken(reviewer)] == ["idle.com", None]


def test_own_claims_are_not_offered_again(reviewer, waiting):
    past = timezone.now() - dt.timedelta(minutes=5)
    waiting("mine.com", state="in_review", reviewer_id=reviewer.user_id, lease_until=past)
    assert taken(reviewer) is None


@pytest.mark.parametrize("state", ["more_wanted", "at_authority", "passed", "withdrawn"])
def test_what_is_not_with_the_reviewers_is_not_offered(state, reviewer, waiting):
    waiting("a.com", state=state)
    assert taken(reviewer) is None


def test_staff_who_may_not_decide_are_refused(make_staff, reviewer, waiting):
    waiting("a.com")
    User.objects.get(pk=reviewer.user_id).user_permissions.clear()
    with acting_as(reviewer), pytest.raises(NotPermitted):
        claim_next(actor=reviewer)
