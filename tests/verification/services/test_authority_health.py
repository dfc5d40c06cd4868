"""Paused or failing authorities: nobody calls, nothing is lost, the deadline still counts."""

import datetime as dt

import pytest
from django.utils import timezone

from registrar.tenancy.context import acting_as
from tests.verification.data import NAME, NUMBER
from verification import tasks
from verification.authorities.port import AuthorityError
from verification.authorities.simulated import faults
from verification.authorities.simulated.adapter import SimulatedAuthority
from verification.authorities.simulated.models import AuthorityCase
from verification.authorities.simulated.register import register_identity
from verification.materials_rules import get_profile
from verification.models import Authority, Submission
from verification.services.authority_health import ask_to_call, note_failure, note_ok
from verification.services.claims import claimed_by
from verification.services.handing_over import hand_over
from verification.services.submissions import approve_submission, claim_submission

pytestmark = pytest.mark.django_db
START = dt.datetime(2026, 6, 1, 10, tzinfo=dt.timezone(dt.timedelta(hours=8)))


@pytest.fixture(autouse=True)
def clock(time_machine, settings):
    settings.AUTHORITY_CIRCUIT = {"failures": 2, "pause": 600, "longest": 3600}
    time_machine.move_to(START, tick=False)
    return time_machine


@pytest.fixture
def handed_over(clock, submitted, reviewer):
    register_identity(
        name=NAME, holder_type="individual", document_type="SFZ", document_number=NUMBER
    )
    with acting_as(reviewer):
        claim_submission(actor=reviewer, submission=submitted)
        return approve_submission(actor=reviewer, submission=submitted)


@pytest.fixture
def authority(as_staff, handed_over):
    def read(**changes):
        with as_staff():
            rows = Authority.objects.filter(pk=handed_over.authority_id)
            if changes:
                rows.update(**changes)
            return rows.get()

    return read


@pytest.fixture
def row(handed_over, owner):
    def read():
        with acting_as(owner):
            return Submission.objects.get(pk=handed_over.pk)

    return read


def later(clock, minutes):
    clock.move_to(START + dt.timedelta(minutes=minutes), tick=False)


def forward(submission):
    tasks.forward_submission.run(submission.pk, submission.account_id)


def test_failures_in_a_row_open_the_circuit_and_put_others_off(
    handed_over, authority, row, clock, monkeypatch
):
    faults.inject("no_answer", times=2)
    forward(handed_over)
    later(clock, 2)
    forward(handed_over)
    assert authority().open_until == START + dt.timedelta(minutes=12)
    assert (authority().failures, authority().last_error) == (2, "no_answer")
    later(clock, 4)
    attempts = row().attempts
    monkeypatch.setattr(SimulatedAuthority, "outcome", lambda *_: pytest.fail("called"))
    forward(handed_over)
    assert row().due_at >= authority().open_until
    assert row().attempts == attempts


def test_after_the_pause_one_trial_closes_it(handed_over, authority, row, clock):
    authority(failures=2, open_until=START + dt.timedelta(minutes=1))
    later(clock, 2)
    forward(handed_over)
    assert (authority().failures, authority().open_until) == (0, None)
    assert row().received_at is not None


def test_only_one_worker_gets_the_trial(authority, inside, acme):
    seen = authority(failures=2, open_until=START - dt.timedelta(seconds=1))
    with inside(acme):
        first, second = ask_to_call(authority=seen), ask_to_call(authority=seen)
    assert (first.allowed, first.trial) == (True, True)
    assert (second.allowed, second.trial) == (False, False)
    assert second.retry_at > START
    now_leased = authority()
    with inside(acme):
        assert not ask_to_call(authority=now_leased).allowed


def test_trial_of_a_killed_worker_is_given_to_another_in_time(authority, inside, acme, clock):
    seen = authority(failures=2, open_until=START - dt.timedelta(seconds=1))
    with inside(acme):
        ask_to_call(authority=seen)
    later(clock, 10)
    now = authority()
    with inside(acme):
        assert ask_to_call(authority=now).trial


def test_request_that_is_refused_alone_opens_nothing(authority, inside, acme):
    known = authority()
    for _time in range(5):
        with inside(acme):
            note_failure(authority=known, kind="status_422", about_case=True)
    assert (authority().failures, authority().last_error) == (0, "status_422")


def test_answers_one_after_the_other_write_the_row_once(authority, inside, acme, clock):
    known = authority()
    with inside(acme):
        note_ok(authority=known)
    later(clock, 0.1)
    with inside(acme):
        note_ok(authority=known)
    assert authority().last_ok_at == START


def test_paused_authority_is_sent_nothing_new(handed_over, authority, row, clock):
    authority(paused_at=timezone.now())
    forward(handed_over)
    found = row()
    assert (found.sent_at, found.attempts, found.state) == (None, 0, "at_authority")
    assert found.due_at > START
    authority(paused_at=None)
    later(clock, 5)
    forward(handed_over)
    assert row().received_at is not None


def test_sweep_leaves_alone_what_waits_for_a_pause_to_end(
    handed_over, authority, row, clock, monkeypatch
):
    swept = []
    monkeypatch.setattr(tasks, "hurry", lambda task, pk, *_, **__: swept.append(pk))
    authority(paused_at=timezone.now())
    later(clock, 5)
    tasks.sweep_submissions.run()
    assert swept == []
    authority(paused_at=None)
    tasks.sweep_submissions.run()
    assert swept == [handed_over.pk]


@pytest.mark.parametrize("why", ["sent", "overdue"])
def test_sweep_finds_what_a_pause_does_not_hold(
    handed_over, authority, row, clock, monkeypatch, why
):
    if why == "sent":
        forward(handed_over)
    swept = []
    monkeypatch.setattr(tasks, "hurry", lambda task, pk, *_, **__: swept.append(pk))
    authority(paused_at=timezone.now())
    later(clock, 5 if why == "sent" else 60 * 24 * 30)
    tasks.sweep_submissions.run()
    assert swept == [handed_over.pk]


def test_paused_authority_is_asked_about_what_it_has(handed_over, authority, row, clock):
    forward(handed_over)
    authority(paused_at=timezone.now())
    later(clock, 5)
    forward(handed_over)
    assert row().state == "passed"


def test_what_never_arrived_is_not_sent_again_while_paused(handed_over, authority, row, clock):
    faults.inject("no_answer")
    forward(handed_over)
    authority(paused_at=timezone.now())
    later(clock, 5)
    forward(handed_over)
    assert not AuthorityCase.objects.exists()
    assert row().due_at > timezone.now()
    authority(paused_at=None)
    later(clock, 10)
    forward(handed_over)
    assert AuthorityCase.objects.count() == 1


@pytest.mark.parametrize("how", ["paused", "open"])
def test_deadline_ends_it_although_nobody_may_call(
    handed_over, authority, row, clock, how, monkeypatch
):
    late = START + dt.timedelta(days=30)
    open_until = late + dt.timedelta(days=1)
    authority(**({"paused_at": START} if how == "paused" else {"open_until": open_until}))
    clock.move_to(late, tick=False)
    monkeypatch.setattr(SimulatedAuthority, "submit", lambda *_: pytest.fail("sent"))
    forward(handed_over)
    assert (row().state, row().stage) == ("failed", "timeout")


def test_trouble_of_our_own_is_not_held_against_the_authority(
    handed_over, authority, row, monkeypatch
):
    monkeypatch.setattr("verification.calling.pack", lambda *_: 1 / 0)
    forward(handed_over)
    assert authority().failures == 0
    assert row().due_at > START


def test_wish_to_be_asked_later_is_respected_up_to_an_hour(handed_over, row, monkeypatch):
    def busy(*_):
        raise AuthorityError("status_503", retry_after=100_000)

    monkeypatch.setattr(SimulatedAuthority, "submit", busy)
    forward(handed_over)
    assert row().due_at == START + dt.timedelta(hours=1)


def test_row_from_before_there_was_a_choice_gets_its_authority(handed_over, row, inside, acme):
    with inside(acme):
        Submission.objects.filter(pk=handed_over.pk).update(authority=None)
    forward(handed_over)
    assert row().authority_id is not None


def test_row_that_nobody_takes_waits(handed_over, row, settings):
    settings.SIMULATED_AUTHORITY_ALLOWED = False
    forward(handed_over)
    found = row()
    assert (found.state, found.sent_at) == ("at_authority", None)
    assert found.due_at > START


def test_approval_with_grace_waits_and_can_be_seen_as_not_sent(submitted, reviewer, owner, clock):
    with acting_as(reviewer):
        claim_submission(actor=reviewer, submission=submitted)
        row, _subject = claimed_by(reviewer, submitted)
        hand_over(
            actor=reviewer,
            submission=row,
            profile=get_profile(row.profile),
            wait=dt.timedelta(minutes=1),
        )
    forward(submitted)
    with acting_as(owner):
        assert Submission.objects.get(pk=submitted.pk).sent_at is None
    later(clock, 2)
    forward(submitted)
    with acting_as(owner):
        assert Submission.objects.get(pk=submitted.pk).sent_at is not None
