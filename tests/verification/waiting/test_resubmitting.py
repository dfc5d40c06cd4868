"""The same again: one click, one submission, and only where it can help."""

import datetime as dt

import pytest
from django.db import connection

from domains.models import Domain
from registrar.accounts.permissions import Role
from registrar.errors import Blocked, InvalidInput, NotFound, NotPermitted, StateConflict
from registrar.oplog.integrity import first_broken
from registrar.tenancy.context import acting_as
from templates_app.models import InfoTemplate
from tests.verification.data import NUMBER, OTHER_NUMBER
from tests.verification.services.test_races import at_once
from verification.models import Material, Reminder, Submission
from verification.selectors import materials_of
from verification.services.sealing import number_fields
from verification.services.submissions import submit_verification, withdraw_submission
from verification.waiting.resubmitting import resubmit_unchanged
from verification.waiting.services import schedule_reminder

from .conftest import BLURRED, ELECTRONIC, NEW, OVERSEAS, TIMEOUT

pytestmark = pytest.mark.django_db
DUE = "2026-03-16T00:00:01+08:00"


def again(actor, submission, **options):
    with acting_as(actor):
        return resubmit_unchanged(actor=actor, submission=submission, **options)


def refusal(actor, submission, **options):
    with pytest.raises(Blocked) as refused:
        again(actor, submission, **options)
    assert refused.value.code == "resubmission_blocked"
    return [error.code for error in refused.value.errors]


@pytest.fixture
def failed_domain(clock, acme, owner, make_domain, upload, fail):
    """`failed_domain(TIMEOUT)`: a domain of acme that failed with these messages."""

    def make(*messages):
        domain, material = make_domain(acme, "shop.com"), upload(owner)
        with acting_as(owner):
            submission = submit_verification(
                actor=owner,
                domain=domain,
                document_type="SFZ",
                document_number=NUMBER,
                materials=[material],
            )
        return fail(submission, *messages)

    return make


def test_timed_out_submission_goes_in_again_as_it_was(timed_out, owner):
    new = again(owner, timed_out)
    with acting_as(owner):
        assert new.state == "submitted"
        assert new.pk != timed_out.pk
        assert new.attempt == 2
        assert new.document_number == NUMBER
        assert materials_of(new) == materials_of(timed_out)
        assert InfoTemplate.objects.get(pk=new.template_id).state == "in_review"


def test_domain_goes_in_again_with_the_term_of_corrected_materials(failed_domain, owner):
    failed = failed_domain(TIMEOUT)
    new = again(owner, failed)
    assert new.expected_on == dt.date(2026, 3, 9)
    with acting_as(owner):
        assert Domain.objects.get(pk=new.domain_id).real_name == "in_review"
        assert new.document_type == "SFZ"


def test_before_the_safe_day_it_is_blocked_until_then(waiting, owner):
    with pytest.raises(Blocked) as refused:
        again(owner, waiting)
    assert refused.value.blocked_until == dt.date(2026, 3, 16)
    assert [e.code for e in refused.value.errors] == ["too_early"]


def test_user_may_insist_before_the_safe_day(waiting, owner, reminder_of):
    assert again(owner, waiting, anyway=True).state == "submitted"
    assert reminder_of(waiting).state == "resubmitted"


def test_from_the_safe_day_on_it_goes_through_and_answers_the_reminder(
    waiting, owner, clock, reminder_of
):
    clock.move_to(DUE, tick=False)
    again(owner, waiting)
    found = reminder_of(waiting)
    assert (found.state, found.due_at) == ("resubmitted", None)


def test_safe_day_holds_after_the_reminder_was_cancelled_or_never_set(waiting, owner):
    with acting_as(owner):
        Reminder.objects.all().delete()
    assert refusal(owner, waiting) == ["too_early"]


@pytest.mark.parametrize(
    ("messages", "codes"),
    [
        ((BLURRED,), ["correction_needed"]),
        ((TIMEOUT, BLURRED), ["correction_needed"]),
        ((OVERSEAS,), ["holder_must_change"]),
        (("从未见过的提示",), ["reason_unknown"]),
        ((TIMEOUT, "从未见过的提示"), ["reason_unknown"]),
        ((NEW, BLURRED), ["correction_needed", "too_early"]),
    ],
)
def test_reasons_that_ask_for_more_refuse_it_even_if_one_insists(
    messages, codes, clock, submitted, fail, owner
):
    failed = fail(submitted, *messages)
    assert refusal(owner, failed) == codes
    assert refusal(owner, failed, anyway=True) == codes


def test_new_document_behind_a_vague_reason_is_the_users_word(clock, submitted, fail, owner):
    failed = fail(submitted, ELECTRONIC)
    assert refusal(owner, failed) == ["correction_needed"]
    with acting_as(owner):
        schedule_reminder(actor=owner, submission=failed, issued_on=dt.date(2026, 3, 1))
    assert refusal(owner, failed) == ["too_early"]
    clock.move_to(DUE, tick=False)
    assert again(owner, failed).state == "submitted"


def test_second_click_is_a_conflict_and_makes_no_second_submission(timed_out, owner):
    again(owner, timed_out)
    with pytest.raises(StateConflict) as refused:
        again(owner, timed_out)
    assert refused.value.code == "superseded"
    with acting_as(owner):
        assert Submission.objects.count() == 2


def test_after_a_withdrawal_the_failure_may_be_answered_again(failed_domain, owner):
    failed = failed_domain(TIMEOUT)
    new = again(owner, failed)
    with acting_as(owner):
        withdraw_submission(actor=owner, submission=new)
    assert again(owner, failed).attempt == 3


def test_issue_date_once_given_counts_for_the_next_failure_of_the_document(
    waiting, owner, fail, reminder_of
):
    issued = dt.date(2026, 2, 25)
    with acting_as(owner):
        schedule_reminder(actor=owner, submission=waiting, issued_on=issued)
    failed = fail(again(owner, waiting, anyway=True), NEW)
    assert reminder_of(failed).issued_on == issued


def test_earlier_failure_is_not_answered_any_more(timed_out, owner, fail):
    fail(again(owner, timed_out), TIMEOUT)
    with pytest.raises(StateConflict):
        again(owner, timed_out)


def test_submission_that_has_not_failed_is_a_conflict(submitted, owner):
    with pytest.raises(StateConflict) as refused:
        again(owner, submitted)
    assert refused.value.code == "not_failed"


def test_erased_picture_refuses_it(timed_out, owner):
    with acting_as(owner):
        Material.objects.update(state="erased")
    assert refusal(owner, timed_out) == ["materials_gone"]


def test_closed_gate_refuses_it(failed_domain, owner):
    failed = failed_domain(TIMEOUT)
    with acting_as(owner):
        Domain.objects.update(disputed=True)
    assert "disputed" in " ".join(refusal(owner, failed))


def test_number_that_was_corrected_in_the_template_meanwhile_is_said(timed_out, owner):
    with acting_as(owner):
        InfoTemplate.objects.update(**number_fields(OTHER_NUMBER))
    with pytest.raises(InvalidInput) as refused:
        again(owner, timed_out)
    assert [(e.field, e.code) for e in refused.value.errors] == [
        ("document_number", "differs_from_template")
    ]


def test_new_warning_is_said_and_may_be_confirmed(failed_domain, owner):
    failed = failed_domain(TIMEOUT)
    with acting_as(owner):
        Domain.objects.update(registrant_name="张（三）")
    with pytest.raises(InvalidInput) as refused:
        again(owner, failed)
    codes = [error.code for error in refused.value.errors]
    assert refused.value.code == "warnings_unconfirmed"
    new = again(owner, failed, confirmed_warnings=codes)
    assert new.confirmed_warnings == sorted(set(codes))


def test_viewer_may_not(timed_out, acme, vera, actor_of):
    with pytest.raises(NotPermitted):
        again(actor_of(acme, vera, Role.VIEWER), timed_out)


def test_stranger_finds_nothing(timed_out, stranger):
    with pytest.raises(NotFound):
        again(stranger, timed_out)


@pytest.mark.django_db(transaction=True)
def test_two_tabs_at_once_make_one_submission(timed_out, owner, monkeypatch):
    monkeypatch.setattr("registrar.jobs.hurry", lambda task, *ids: None)
    about = {"submission": timed_out}
    done = at_once(*[(owner, resubmit_unchanged, about)] * 3)
    assert len(done) == 1
    with acting_as(owner):
        assert Submission.objects.count() == 2
        assert first_broken(owner.account_id) is None
    connection.close()
