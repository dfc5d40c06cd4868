import threading

import pytest
from django.db import connection

from domains.models import Domain
from registrar.accounts.models import Membership, User
from registrar.accounts.permissions import Role
from registrar.errors import InvalidInput, NotPermitted, ServiceError, StateConflict
from registrar.tenancy.actor import Actor, ActorKind, system_actor, system_staff_actor
from registrar.tenancy.context import acting_as
from templates_app.models import InfoTemplate
from tests.verification.data import NUMBER
from verification.models import Submission
from verification.services.decision_rows import ReasonAt
from verification.services.submissions import (
    approve_submission,
    claim_submission,
    fail_submission,
    submit_verification,
    withdraw_submission,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def claimed(submitted, reviewer):
    with acting_as(reviewer):
        return claim_submission(actor=reviewer, submission=submitted)


def reread(submission):
    with acting_as(system_staff_actor()):
        return Submission.objects.get(pk=submission.pk)


def template_state(submission):
    with acting_as(system_staff_actor()):
        return InfoTemplate.objects.get(pk=submission.template_id).state


def test_claim_names_the_reviewer(claimed, reviewer):
    row = reread(claimed)
    assert (row.state, row.reviewer_id) == ("in_review", reviewer.user_id)


def test_claim_by_a_second_reviewer_is_a_conflict(claimed, staff_actor):
    with acting_as(staff_actor), pytest.raises(StateConflict):
        claim_submission(actor=staff_actor, submission=claimed)


def test_approval_hands_over_to_the_authority(claimed, reviewer):
    with acting_as(reviewer):
        approve_submission(actor=reviewer, submission=claimed)
    row = reread(claimed)
    assert row.state == "at_authority"
    assert row.due_at is not None
    assert row.deadline > row.submitted_at
    assert template_state(row) == "in_review"


def test_failing_keeps_reasons_and_notes_and_fails_the_template(claimed, reviewer):
    with acting_as(reviewer):
        fail_submission(
            actor=reviewer,
            submission=claimed,
            reasons=[
                ReasonAt(code)
                for code in ("materials_unclear", "number_mismatch", "materials_unclear")
            ],
            note_to_user="请重拍",
            note_to_staff="third time",
        )
    row = reread(claimed)
    assert (row.state, row.stage) == ("failed", "reviewer")
    assert row.reason_codes == ["materials_unclear", "number_mismatch"]
    assert (row.note_to_user, row.note_to_staff) == ("请重拍", "third time")
    assert template_state(row) == "failed"


@pytest.mark.parametrize("codes", [[], ["no_such_reason"]])
def test_failing_without_a_known_reason_is_refused(claimed, reviewer, codes):
    with acting_as(reviewer), pytest.raises(InvalidInput):
        fail_submission(
            actor=reviewer, submission=claimed, reasons=[ReasonAt(code) for code in codes]
        )
    assert reread(claimed).state == "in_review"


def test_decision_on_a_colleagues_claim_is_a_conflict(claimed, staff_actor):
    with acting_as(staff_actor), pytest.raises(StateConflict) as caught:
        approve_submission(actor=staff_actor, submission=claimed)
    assert caught.value.code == "claimed_by_other"


def test_staff_who_belong_to_the_account_may_not_decide(submitted, acme, reviewer):
    with acting_as(system_actor(acme.pk)):
        user = User.objects.get(pk=reviewer.user_id)
        Membership.objects.create(account=acme, user=user, role=Role.VIEWER)
    with acting_as(reviewer), pytest.raises(NotPermitted) as caught:
        claim_submission(actor=reviewer, submission=submitted)
    assert caught.value.code == "own_account"


def test_owner_system_and_staff_without_the_right_may_not_decide(submitted, owner, make_staff):
    clerk = make_staff("clerk@registrar.example")
    actors = [
        owner,
        system_staff_actor(),
        Actor(kind=ActorKind.STAFF, account_id=None, label="clerk", user_id=clerk.pk),
    ]
    for actor in actors:
        with acting_as(actor), pytest.raises(NotPermitted):
            claim_submission(actor=actor, submission=submitted)


def test_withdrawal_frees_the_template(submitted, owner):
    with acting_as(owner):
        withdraw_submission(actor=owner, submission=submitted)
    row = reread(submitted)
    assert row.state == "withdrawn"
    assert row.ended_at is not None
    assert template_state(row) == "unverified"


@pytest.mark.parametrize("before", ["unverified", "failed"])
def test_withdrawal_leads_a_domain_back(acme, owner, make_domain, upload, before):
    domain, material = make_domain(acme, "acme.com", real_name=before), upload(owner)
    with acting_as(owner):
        submission = submit_verification(
            actor=owner,
            domain=domain,
            document_type="SFZ",
            document_number=NUMBER,
            materials=[material],
        )
        assert Domain.objects.get(pk=domain.pk).real_name == "in_review"
    with acting_as(owner):
        withdraw_submission(actor=owner, submission=submission)
        assert Domain.objects.get(pk=domain.pk).real_name == before


@pytest.mark.django_db(transaction=True)
def test_two_deciding_at_once_one_wins_the_other_gets_a_conflict(claimed, reviewer):
    start, results = threading.Barrier(2), []

    def decide(verb, **arguments):
        try:
            start.wait(10)
            with acting_as(reviewer):
                verb(actor=reviewer, submission=claimed, **arguments)
            results.append("done")
        except ServiceError as error:
            results.append(error.code)
        finally:
            connection.close()

    threads = [
        threading.Thread(target=decide, args=(approve_submission,)),
        threading.Thread(
            target=decide,
            args=(fail_submission,),
            kwargs={"reasons": [ReasonAt("materials_unclear")]},
        ),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(results) == ["done", "state_conflict"]
