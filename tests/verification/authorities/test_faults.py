"""Every fault of a real authority over a real socket: one result each, nothing sent twice."""

import datetime as dt
import time

import pytest
from django.utils import timezone

from registrar.oplog.integrity import first_broken
from registrar.tenancy.actor import system_staff_actor
from registrar.tenancy.context import acting_as
from templates_app.models import InfoTemplate
from tests.verification.authorities.outside import outside
from verification import tasks
from verification.authorities.http.adapter import HttpAuthority
from verification.models import Authority, AuthorityAnswer, AuthorityRoute, Submission
from verification.services.submissions import (
    approve_submission,
    claim_submission,
    submit_verification,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(scope="module")
def server(tmp_path_factory, live_server):
    address = f"{live_server.url}/authority-callbacks/outside/"
    folder = tmp_path_factory.mktemp("authority")
    with outside(folder, address, "--slow=2", "--retry=0.2") as found:
        yield found


@pytest.fixture
def authority(server, transactional_db, monkeypatch, settings):
    """Its row; what the broker would hurry stays due."""
    monkeypatch.setattr("registrar.jobs.hurry", lambda task, *ids: None)
    settings.AUTHORITY_CIRCUIT = {"failures": 50, "pause": 1, "longest": 2}
    with acting_as(system_staff_actor()):
        row = Authority.objects.create(code="outside", name="Outside", **server.columns())
        AuthorityRoute.objects.create(authority=row)
    yield row
    server.forget_faults()


@pytest.fixture
def hand_in(acme, owner, reviewer, make_template, upload, authority):
    def make(known=True):
        nobody = {} if known else dict.fromkeys(("name_zh", "contact_name_zh"), "李四")
        nobody |= {} if known else dict.fromkeys(("name_en", "contact_name_en"), "Li Si")
        template, material = make_template(acme, **nobody), upload(owner)
        with acting_as(owner):
            submission = submit_verification(actor=owner, template=template, materials=[material])
        with acting_as(reviewer):
            claim_submission(actor=reviewer, submission=submission)
            return approve_submission(actor=reviewer, submission=submission)

    return make


def changed(authority, **columns):
    with acting_as(system_staff_actor()):
        Authority.objects.filter(pk=authority.pk).update(**columns)


def row_of(submission):
    with acting_as(system_staff_actor()):
        return Submission.objects.get(pk=submission.pk)


def step(submission):
    """What is due later is due now: one step of the worker."""
    with acting_as(system_staff_actor()):
        rows = Submission.objects.filter(pk=submission.pk, state="at_authority")
        rows.update(due_at=timezone.now())
    tasks.forward_submission.run(submission.pk, submission.account_id)
    return row_of(submission)


def until_ended(submission, *, steps=True):
    """Steps, or only callbacks, until it has a result."""
    for _time in range(200):
        row = step(submission) if steps else row_of(submission)
        if row.state != "at_authority":
            return row
        time.sleep(0.1)
    raise AssertionError("no result")


def settled(server, submission):
    """All callbacks about it have arrived or were given up."""
    for _time in range(200):
        if server.delivered(submission.transaction_id):
            return
        time.sleep(0.1)
    raise AssertionError("no callback arrived")


def check_one_result(server, owner, *submissions):
    for submission in submissions:
        settled(server, submission)
        with acting_as(owner):
            row = Submission.objects.get(pk=submission.pk)
            template = InfoTemplate.objects.get(pk=row.template_id)
            applied = AuthorityAnswer.objects.filter(submission=row, effect="applied")
            assert row.state in ("passed", "failed")
            assert (template.state == "verified") is (row.state == "passed")
            assert [answer.standing for answer in applied] == [row.state]
            assert row.due_at is None
        taken = server.requests("submit", submission.transaction_id)
        assert taken.count(202) == 1
        assert 409 not in taken
        assert server.cases().count(str(submission.transaction_id)) == 1
    with acting_as(owner):
        assert first_broken(owner.account_id) is None


def test_known_identity_passes_by_callback_alone(server, hand_in, owner):
    submission = hand_in()
    step(submission)
    row = until_ended(submission, steps=False)
    assert row.state == "passed"
    assert row.sent_at is not None
    check_one_result(server, owner, submission)


def test_unknown_identity_fails_with_the_message_word_for_word(server, hand_in, owner):
    submission = hand_in(known=False)
    step(submission)
    row = until_ended(submission, steps=False)
    assert (row.state, row.stage) == ("failed", "authority")
    assert row.raw_messages
    check_one_result(server, owner, submission)


@pytest.mark.parametrize("place", ["submit", "picture", "ask"])
@pytest.mark.parametrize(
    "fault", ["no_answer", "lost_answer", "error_500", "wrong_signature", "garbage"]
)
def test_fault_of_an_answer_costs_time_only(server, hand_in, owner, authority, fault, place):
    # Callbacks are answered wrongly first, so that asking has to find out.
    server.faults("wrong_signature", times=2, on="callback")
    server.faults(fault, times=2, on=place)
    submission = hand_in()
    until_ended(submission)
    check_one_result(server, owner, submission)


def test_slow_authority_is_not_waited_for_and_not_sent_a_second_case(
    server, hand_in, owner, authority
):
    changed(authority, timeout=1)
    server.faults("slow", on="submit")
    submission = hand_in()
    row = step(submission)
    with acting_as(system_staff_actor()):
        assert Authority.objects.get(pk=authority.pk).last_error == "timeout"
    assert row.received_at is None or row.state != "at_authority"
    until_ended(submission)
    check_one_result(server, owner, submission)


def test_callback_that_comes_before_our_own_call_returns_is_the_result(
    server, hand_in, owner, monkeypatch
):
    submission, submit = hand_in(), HttpAuthority.submit

    def slowly(adapter, request):
        submit(adapter, request)
        until_ended(submission, steps=False)

    monkeypatch.setattr(HttpAuthority, "submit", slowly)
    assert step(submission).state == "passed"
    check_one_result(server, owner, submission)
    with acting_as(owner):
        (answer,) = AuthorityAnswer.objects.filter(submission=submission)
        assert answer.via == "callback"


@pytest.mark.parametrize("fault", ["double", "wrong_signature", "garbage"])
def test_fault_of_callbacks_changes_no_result(server, hand_in, owner, fault):
    server.faults(fault, times=2, on="callback")
    submissions = [hand_in(), hand_in(known=False)]
    for submission in submissions:
        step(submission)
        until_ended(submission, steps=False)
    check_one_result(server, owner, *submissions)


def test_answers_out_of_order_are_kept_and_change_nothing(server, hand_in, owner):
    server.faults("out_of_order", on="callback")
    submission = hand_in()
    step(submission)
    until_ended(submission, steps=False)
    check_one_result(server, owner, submission)
    with acting_as(owner):
        said = AuthorityAnswer.objects.filter(submission=submission).order_by("pk")
        effects = [(answer.standing, answer.effect) for answer in said]
    assert effects == [("passed", "applied"), ("pending", "late"), ("failed", "contradicted")]


def test_authority_that_restarts_in_between_keeps_its_case(server, hand_in, owner):
    server.faults("wrong_signature", times=3, on="callback")
    submission = hand_in()
    step(submission)
    server.stop()
    row = step(submission)
    server.start()
    assert row.state == "at_authority"
    until_ended(submission)
    check_one_result(server, owner, submission)


def test_authority_that_is_away_opens_the_circuit_which_closes_again(
    server, hand_in, owner, authority, settings
):
    settings.AUTHORITY_CIRCUIT = {"failures": 2, "pause": 600, "longest": 600}
    server.faults("no_answer", times=2)
    submission, other = hand_in(), hand_in()
    step(submission)
    step(submission)
    with acting_as(system_staff_actor()):
        assert Authority.objects.get(pk=authority.pk).open_until > timezone.now()
    asked = len(server.rows("SELECT id FROM requests"))
    row = step(other)
    assert (row.sent_at, row.attempts) == (None, 0)
    assert len(server.rows("SELECT id FROM requests")) == asked
    changed(authority, open_until=timezone.now())
    until_ended(submission)
    until_ended(other)
    with acting_as(system_staff_actor()):
        found = Authority.objects.get(pk=authority.pk)
    assert (found.failures, found.open_until) == (0, None)
    check_one_result(server, owner, submission, other)


def test_paused_authority_is_sent_nothing_and_may_still_answer(server, hand_in, owner, authority):
    server.faults("wrong_signature", times=2, on="callback")
    first, second = hand_in(), hand_in()
    step(first)
    changed(authority, paused_at=timezone.now())
    assert step(second).sent_at is None
    assert until_ended(first).state == "passed"
    assert server.requests("submit", second.transaction_id) == []
    changed(authority, paused_at=None)
    until_ended(second)
    check_one_result(server, owner, first, second)


def test_deadline_ends_what_an_authority_never_answers(server, hand_in, owner, authority):
    server.faults("no_answer", times=50)
    submission = hand_in()
    step(submission)
    with acting_as(system_staff_actor()):
        rows = Submission.objects.filter(pk=submission.pk)
        rows.update(deadline=timezone.now() - dt.timedelta(seconds=1))
    row = step(submission)
    assert (row.state, row.stage) == ("failed", "timeout")
    assert server.cases().count(str(submission.transaction_id)) == 0
