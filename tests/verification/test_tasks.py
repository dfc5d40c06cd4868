"""The way to the authority under every fault: late at worst, never twice, never lost."""

import pytest

from registrar.tenancy.context import acting_as, current_actor
from templates_app.models import InfoTemplate
from tests.verification.data import NAME, NUMBER
from verification import calling, tasks
from verification.authorities.port import Outcome, Standing
from verification.authorities.simulated import faults
from verification.authorities.simulated.adapter import SimulatedAuthority
from verification.authorities.simulated.models import AuthorityCase
from verification.authorities.simulated.register import register_identity
from verification.models import Submission
from verification.services.outcomes import TIMEOUT_MESSAGE, record_outcome, time_out
from verification.services.submissions import approve_submission, claim_submission

pytestmark = pytest.mark.django_db
START = "2026-06-01T10:00:00+08:00"
NEXT_DAY = "2026-06-02T10:00:00+08:00"
TOO_LATE = "2026-06-11T00:00:01+08:00"


@pytest.fixture
def clock(time_machine):
    time_machine.move_to(START, tick=False)
    return time_machine


@pytest.fixture
def known(db):
    register_identity(
        name=NAME, holder_type="individual", document_type="SFZ", document_number=NUMBER
    )


@pytest.fixture
def handed_over(clock, submitted, reviewer):
    with acting_as(reviewer):
        claim_submission(actor=reviewer, submission=submitted)
        return approve_submission(actor=reviewer, submission=submitted)


@pytest.fixture
def reread(owner):
    def read(submission):
        with acting_as(owner):
            return Submission.objects.get(pk=submission.pk)

    return read


def forward(submission):
    tasks.forward_submission.run(submission.pk, submission.account_id)


def poll(submission):
    tasks.poll_submission.run(submission.pk, submission.account_id)


def test_known_identity_passes_and_verifies_the_template(handed_over, known, clock, owner, reread):
    forward(handed_over)
    assert reread(handed_over).received_at is not None
    clock.move_to(NEXT_DAY, tick=False)
    poll(handed_over)
    row = reread(handed_over)
    assert (row.state, row.due_at) == ("passed", None)
    with acting_as(owner):
        assert InfoTemplate.objects.get(pk=row.template_id).state == "verified"


def test_unknown_identity_fails_with_the_message_and_its_reason(handed_over, clock, reread):
    forward(handed_over)
    clock.move_to(NEXT_DAY, tick=False)
    poll(handed_over)
    row = reread(handed_over)
    assert (row.state, row.stage) == ("failed", "authority")
    assert row.raw_messages == [
        "注册者提交的身份证与公安部公民身份证信息查询接口中的查询结果不一致"
    ]
    assert row.reason_codes == ["police_record_mismatch"]


def test_double_run_sends_once(handed_over, known, monkeypatch):
    sent = []
    submit = SimulatedAuthority.submit
    monkeypatch.setattr(
        SimulatedAuthority, "submit", lambda self, r: (sent.append(r), submit(self, r))
    )
    forward(handed_over)
    forward(handed_over)
    assert len(sent) == 1


def test_calls_happen_outside_of_any_transaction(handed_over, known, clock, monkeypatch):
    asked = []
    submit, outcome = SimulatedAuthority.submit, SimulatedAuthority.outcome
    monkeypatch.setattr(
        SimulatedAuthority,
        "submit",
        lambda self, r: (asked.append(current_actor()), submit(self, r)),
    )
    monkeypatch.setattr(
        SimulatedAuthority,
        "outcome",
        lambda self, i: (asked.append(current_actor()), outcome(self, i))[1],
    )
    forward(handed_over)
    clock.move_to(NEXT_DAY, tick=False)
    poll(handed_over)
    assert asked == [None, None]


@pytest.mark.parametrize("fault", ["no_answer", "lost_answer"])
def test_failed_call_is_repeated_later_and_arrives_once(handed_over, known, clock, reread, fault):
    faults.inject(fault)
    forward(handed_over)
    row = reread(handed_over)
    assert row.state == "at_authority"
    assert row.received_at is None
    assert row.due_at > row.sent_at
    clock.move_to(NEXT_DAY, tick=False)
    forward(handed_over)
    clock.move_to("2026-06-03T10:00:00+08:00", tick=False)
    poll(handed_over)
    assert reread(handed_over).state == "passed"
    assert AuthorityCase.objects.count() == 1


def test_crash_between_call_and_write_asks_before_it_sends_again(
    handed_over, known, clock, reread, monkeypatch
):
    write = tasks.write_down
    monkeypatch.setattr(tasks, "write_down", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        forward(handed_over)
    monkeypatch.setattr(tasks, "write_down", write)
    monkeypatch.setattr(SimulatedAuthority, "submit", lambda *_: pytest.fail("sent again"))
    clock.move_to(NEXT_DAY, tick=False)
    tasks.sweep_submissions.run()
    assert reread(handed_over).state == "passed"


def test_crash_before_the_call_is_repaired_by_the_sweep(
    handed_over, known, clock, reread, monkeypatch
):
    monkeypatch.setattr(calling, "_talk", lambda *_: (_ for _ in ()).throw(SystemExit))
    with pytest.raises(SystemExit):
        forward(handed_over)
    monkeypatch.undo()
    clock.move_to(NEXT_DAY, tick=False)
    tasks.sweep_submissions.run()
    assert reread(handed_over).received_at is not None


def test_leased_row_is_left_alone(handed_over, known, monkeypatch):
    monkeypatch.setattr(calling, "_talk", lambda *_: (_ for _ in ()).throw(SystemExit))
    with pytest.raises(SystemExit):
        forward(handed_over)
    monkeypatch.setattr(calling, "_talk", lambda *_: pytest.fail("two workers"))
    forward(handed_over)
    tasks.sweep_submissions.run()


def test_garbage_is_backed_off_from_and_then_answered(handed_over, known, clock, reread):
    forward(handed_over)
    faults.inject("garbage")
    clock.move_to(NEXT_DAY, tick=False)
    poll(handed_over)
    row = reread(handed_over)
    assert (row.state, row.raw_messages) == ("at_authority", [])
    clock.move_to("2026-06-03T10:00:00+08:00", tick=False)
    poll(handed_over)
    assert reread(handed_over).state == "passed"


@pytest.mark.parametrize(
    "answer",
    [
        None,
        "passed",
        Outcome("maybe"),
        Outcome(Standing.FAILED),
        Outcome(Standing.FAILED, ("",)),
        Outcome(Standing.FAILED, ("\x00",)),
        Outcome(Standing.FAILED, ("\ud800",)),
        Outcome(Standing.FAILED, (7,)),
    ],
    ids=repr,
)
def test_senseless_answers_decide_nothing(handed_over, clock, reread, monkeypatch, answer):
    forward(handed_over)
    monkeypatch.setattr(SimulatedAuthority, "outcome", lambda *_: answer)
    clock.move_to(NEXT_DAY, tick=False)
    poll(handed_over)
    row = reread(handed_over)
    assert row.state == "at_authority"
    assert row.due_at is not None


def test_very_long_message_is_cut_and_kept(handed_over, clock, reread, monkeypatch):
    forward(handed_over)
    answer = Outcome(Standing.FAILED, ("x" * 5_000,))
    monkeypatch.setattr(SimulatedAuthority, "outcome", lambda *_: answer)
    clock.move_to(NEXT_DAY, tick=False)
    poll(handed_over)
    assert [len(text) for text in reread(handed_over).raw_messages] == [500]


def test_slow_authority_times_out_with_the_message(handed_over, clock, owner, reread):
    faults.inject("no_answer", times=100)
    forward(handed_over)
    clock.move_to(TOO_LATE, tick=False)
    tasks.sweep_submissions.run()
    row = reread(handed_over)
    assert (row.state, row.stage, row.raw_messages) == ("failed", "timeout", [TIMEOUT_MESSAGE])
    assert row.reason_codes == ["review_timeout"]
    with acting_as(owner):
        assert InfoTemplate.objects.get(pk=row.template_id).state == "failed"


def test_answer_that_is_ready_at_the_deadline_wins_over_the_timeout(
    handed_over, known, clock, reread
):
    forward(handed_over)
    clock.move_to(TOO_LATE, tick=False)
    tasks.sweep_submissions.run()
    assert reread(handed_over).state == "passed"


def test_nothing_is_sent_any_more_after_the_deadline(handed_over, known, clock, reread):
    clock.move_to(TOO_LATE, tick=False)
    tasks.sweep_submissions.run()
    assert reread(handed_over).stage == "timeout"
    assert not AuthorityCase.objects.exists()


def test_answer_after_the_timeout_changes_nothing(handed_over, clock, owner, reread):
    clock.move_to(TOO_LATE, tick=False)
    with acting_as(owner):
        time_out(actor=owner, submission_id=handed_over.pk)
    with acting_as(owner):
        record_outcome(actor=owner, submission_id=handed_over.pk, passed=True)
    assert reread(handed_over).state == "failed"


def test_timeout_before_the_deadline_changes_nothing(handed_over, owner, reread):
    with acting_as(owner):
        time_out(actor=owner, submission_id=handed_over.pk)
    assert reread(handed_over).state == "at_authority"


def test_poll_before_forward_sends_and_forward_after_the_end_does_nothing(
    handed_over, known, clock, reread
):
    poll(handed_over)
    clock.move_to(NEXT_DAY, tick=False)
    forward(handed_over)
    assert reread(handed_over).state == "passed"
    forward(handed_over)
    assert AuthorityCase.objects.count() == 1


def test_double_answer_keeps_each_reason_once(handed_over, clock, reread):
    forward(handed_over)
    faults.inject("double")
    clock.move_to(NEXT_DAY, tick=False)
    poll(handed_over)
    assert reread(handed_over).reason_codes == ["police_record_mismatch"]


def test_forgetful_authority_is_sent_it_again(handed_over, known, clock, reread):
    forward(handed_over)
    AuthorityCase.objects.all().delete()
    clock.move_to(NEXT_DAY, tick=False)
    poll(handed_over)
    clock.move_to("2026-06-03T10:00:00+08:00", tick=False)
    poll(handed_over)
    assert reread(handed_over).state == "passed"


def test_foreign_account_id_finds_nothing(handed_over, globex, reread):
    tasks.forward_submission.run(handed_over.pk, globex.pk)
    assert reread(handed_over).sent_at is None
