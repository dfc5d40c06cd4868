"""What authorities say is kept once, carried out once, and contradicted in vain."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from registrar.errors import NotFound
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from verification.authorities.port import Standing
from verification.models import Authority, AuthorityAnswer, Submission
from verification.services.answers import Said, record_answer
from verification.services.submissions import approve_submission, claim_submission
from verification.states import AnswerVia

pytestmark = pytest.mark.django_db
WRONG = "证件已过期，请提交有效的证件图片"


@pytest.fixture
def handed_over(submitted, reviewer):
    with acting_as(reviewer):
        claim_submission(actor=reviewer, submission=submitted)
        return approve_submission(actor=reviewer, submission=submitted)


@pytest.fixture
def say(handed_over, inside, acme):
    """`say("failed", WRONG, message="m1")`; by callback unless `via` says otherwise."""

    def bring(standing, *messages, message="", via=AnswerVia.CALLBACK, authority=None):
        said = Said(
            authority_id=authority or handed_over.authority_id,
            via=via,
            standing=Standing(standing),
            raw_messages=messages,
            message_id=message,
        )
        with inside(acme) as system:
            return record_answer(actor=system, submission_id=handed_over.pk, said=said)

    return bring


@pytest.fixture
def found(handed_over, owner):
    def read():
        with acting_as(owner):
            row = Submission.objects.get(pk=handed_over.pk)
            kept = row.authority_answers.order_by("pk").values_list("standing", "effect")
            return row, list(kept)

    return read


def test_decision_before_it_was_noted_as_sent_ends_the_submission(say, found):
    assert say("passed", message="m1") == "applied"
    row, kept = found()
    assert (row.state, row.due_at, kept) == ("passed", None, [("passed", "applied")])
    assert row.received_at is not None


def test_the_same_message_twice_is_kept_once(say, found):
    assert [say("passed", message="m1"), say("passed", message="m1")] == ["applied", "repeated"]
    assert found()[1] == [("passed", "applied")]


def test_poll_that_hears_what_the_callback_said_changes_nothing(say, found):
    say("failed", WRONG, message="m1")
    assert say("failed", WRONG, via=AnswerVia.POLL) == "repeated"
    row, kept = found()
    assert (row.raw_messages, len(kept)) == ([WRONG], 2)


def test_contradiction_changes_nothing_and_is_logged(say, found, owner):
    say("passed", message="m1")
    assert say("failed", WRONG, message="m2") == "contradicted"
    row, kept = found()
    assert (row.state, row.stage, row.raw_messages) == ("passed", "", [])
    assert kept == [("passed", "applied"), ("failed", "contradicted")]
    with acting_as(owner):
        entry = LogEntry.objects.filter(action="submission.answer_contradicted").get()
        assert WRONG not in str(entry.after)


def test_pending_after_the_decision_is_late(say, found):
    say("passed", message="m2")
    assert say("pending", message="m1") == "late"
    assert found()[0].state == "passed"


def test_asking_again_and_hearing_pending_is_kept_once(say, found):
    assert [say("pending", via=AnswerVia.POLL) for _ in range(3)] == ["pending"] * 3
    row, kept = found()
    assert kept == [("pending", "pending")]
    assert row.received_at is not None


def test_an_authority_that_calls_to_say_not_yet_fills_no_table(say, found):
    assert [say("pending", message=f"m{n}") for n in range(5)] == ["pending"] * 5
    say("passed", message="m9")
    assert [say("pending", message=f"l{n}") for n in range(5)] == ["late"] * 5
    assert found()[1] == [("pending", "pending"), ("passed", "applied"), ("pending", "late")]


def test_asked_just_before_the_decision_came_leaves_no_trace(say, found):
    say("passed", message="m1")
    assert say("pending", via=AnswerVia.POLL) == "late"
    assert len(found()[1]) == 1


def test_decision_after_the_timeout_is_late(say, found, inside, acme, handed_over):
    with inside(acme):
        Submission.objects.filter(pk=handed_over.pk).update(
            state="failed", stage="timeout", ended_at=timezone.now()
        )
    assert say("passed", message="m1") == "late"
    assert found()[0].stage == "timeout"


def test_another_authority_is_refused(say, found, as_staff):
    with as_staff():
        other = Authority.objects.create(code="other", name="Other", adapter="http")
    with pytest.raises(NotFound):
        say("passed", message="m1", authority=other.pk)
    assert found()[1] == []


@pytest.mark.parametrize(
    ("state", "stage"), [("in_review", ""), ("failed", "reviewer"), ("withdrawn", "")]
)
def test_what_was_taken_back_from_the_authority_is_none_of_its_business(
    say, handed_over, inside, acme, state, stage
):
    with inside(acme):
        Submission.objects.filter(pk=handed_over.pk).update(state=state, stage=stage)
    with pytest.raises(NotFound):
        say("passed", message="m1")


def test_the_database_holds_one_decision_and_one_row_per_message(say, handed_over, inside, acme):
    say("passed", message="m1")
    for values in ({"effect": "applied"}, {"effect": "late", "message_id": "m1"}):
        with inside(acme), pytest.raises(IntegrityError), transaction.atomic():
            AuthorityAnswer.objects.create(
                account_id=acme.pk,
                submission=handed_over,
                via="poll",
                standing="passed",
                received_at=timezone.now(),
                **values,
            )
