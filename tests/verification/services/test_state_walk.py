"""Every state × every action against one table: what is not named is a conflict or no change."""

import contextlib
import datetime as dt

import pytest
from django.utils import timezone

from registrar.errors import NotFound, StateConflict
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from templates_app.models import InfoTemplate
from verification.authorities.port import Standing
from verification.authorities.routing import authority_for
from verification.models import MoreItem, MoreRequest, ReviewDecision, Submission
from verification.services.answers import Said, record_answer
from verification.services.answers_to_more import Answer
from verification.services.asking import Ask
from verification.services.decision_rows import ReasonAt
from verification.services.submissions import (
    answer_question,
    approve_submission,
    ask_for_more,
    bring_more,
    claim_submission,
    confirm_decision,
    end_idle_claim,
    fail_submission,
    give_back,
    record_outcome,
    reopen_submission,
    resend_submissions,
    take_over_submission,
    time_out,
    withdraw_submission,
)
from verification.states import AnswerVia, SubmissionState

pytestmark = pytest.mark.django_db

ALLOWED = {
    ("submitted", "claim"): "in_review",
    ("second_review", "claim"): "in_review",
    ("in_review", "claim_lapsed"): "in_review",
    ("submitted", "claim_lapsed"): "in_review",
    ("second_review", "claim_lapsed"): "in_review",
    ("in_review", "give_back"): "submitted",
    ("in_review", "take_over"): "in_review",
    ("in_review", "end_idle"): "submitted",
    ("at_authority", "resend"): "at_authority",
    ("in_review", "approve"): "at_authority",
    ("in_review", "fail"): "failed",
    ("in_review", "confirm"): "at_authority",
    ("second_review", "reopen"): "in_review",
    ("more_wanted", "reopen"): "in_review",
    ("at_authority", "reopen"): "in_review",
    ("failed", "reopen"): "in_review",
    ("in_review", "ask"): "more_wanted",
    ("more_wanted", "bring"): "submitted",
    ("submitted", "withdraw"): "withdrawn",
    ("in_review", "withdraw"): "withdrawn",
    ("second_review", "withdraw"): "withdrawn",
    ("more_wanted", "withdraw"): "withdrawn",
    ("at_authority", "pass_outcome"): "passed",
    ("at_authority", "fail_outcome"): "failed",
    ("at_authority", "time_out"): "failed",
    ("at_authority", "answer_passed"): "passed",
    ("at_authority", "answer_failed"): "failed",
    # Contradictions: they change nothing and leave an entry.
    ("passed", "answer_failed"): "passed",
    ("failed", "answer_passed"): "failed",
    ("failed", "answer"): "failed",
}
MESSAGE = "证件已过期，请提交有效的证件图片"
BY_STAFF = {"claim", "approve", "fail", "confirm", "reopen", "give_back", "ask"}
# A second reviewer, while the first one is idle.
BY_COLLEAGUE = {"claim_lapsed", "take_over"}
# Answers that come too late are no one's mistake: they are passed over in silence.
SILENT = {
    *("pass_outcome", "fail_outcome", "time_out", "answer_passed", "answer_failed"),
    *("end_idle", "resend"),
}
# Its reviewer's claim has run out.
IDLE = {"claim_lapsed", "end_idle"}
BY_CUSTOMER = {"withdraw", "answer", "bring"}
# Only what our own reviewers have failed can be reopened.
_STAGES = {"reopen": "reviewer"}
ACTIONS = sorted(BY_STAFF | BY_COLLEAGUE | SILENT | BY_CUSTOMER)


def hear(actor, pk, standing, *messages):
    """An answer of the authority that it is with; others don't exist for it."""
    authority = Submission.objects.get(pk=pk).authority_id
    said = Said(
        authority_id=authority, via=AnswerVia.CALLBACK, standing=standing, raw_messages=messages
    )
    with contextlib.suppress(NotFound):
        record_answer(actor=actor, submission_id=pk, said=said)


def act(action, actor, submission):
    pk = submission.pk
    verbs = {
        "claim": lambda: claim_submission(actor=actor, submission=submission),
        "claim_lapsed": lambda: claim_submission(actor=actor, submission=submission),
        "take_over": lambda: take_over_submission(actor=actor, submission=submission),
        "give_back": lambda: give_back(actor=actor, submission=submission),
        "end_idle": lambda: end_idle_claim(actor=actor, submission_id=pk),
        "resend": lambda: resend_submissions(actor=actor, submissions=[submission]),
        "approve": lambda: approve_submission(actor=actor, submission=submission),
        "fail": lambda: fail_submission(
            actor=actor, submission=submission, reasons=[ReasonAt("materials_unclear")]
        ),
        "confirm": lambda: confirm_decision(actor=actor, submission=submission),
        "reopen": lambda: reopen_submission(actor=actor, submission=submission),
        "ask": lambda: ask_for_more(actor=actor, submission=submission, items=[Ask("explanation")]),
        "bring": lambda: bring_more(
            actor=actor,
            submission=submission,
            answers=[Answer(item.public_id, text="改名了") for item in MoreItem.objects.all()],
        ),
        "withdraw": lambda: withdraw_submission(actor=actor, submission=submission),
        "pass_outcome": lambda: record_outcome(actor=actor, submission_id=pk, passed=True),
        "fail_outcome": lambda: record_outcome(
            actor=actor, submission_id=pk, passed=False, raw_messages=["证件已过期"]
        ),
        "answer": lambda: answer_question(
            actor=actor, submission=submission, code="document_expired", value="none"
        ),
        "time_out": lambda: time_out(actor=actor, submission_id=pk),
        "answer_passed": lambda: hear(actor, pk, Standing.PASSED),
        "answer_failed": lambda: hear(actor, pk, Standing.FAILED, MESSAGE),
    }
    return verbs[action]()


def who_does(action, *, owner, reviewer, colleague, system):
    if action in BY_STAFF | {"resend"}:
        return reviewer
    if action in BY_COLLEAGUE:
        return colleague
    return owner if action in BY_CUSTOMER else system


def _asked(account, submission, reviewer):
    request = MoreRequest.objects.create(
        account=account,
        submission=submission,
        asked_by_id=reviewer.user_id,
        asked_at=timezone.now(),
    )
    MoreItem.objects.create(account=account, request=request, position=0, what="explanation")


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("state", SubmissionState.values)
def test_action_in_state(submitted, owner, reviewer, colleague, inside, acme, state, action):
    past = timezone.now() - dt.timedelta(seconds=1)
    with inside(acme) as system:
        if state == "failed":
            InfoTemplate.objects.filter(pk=submitted.template_id).update(state="failed")
        if action in ("confirm", "reopen"):
            decider = colleague if action == "confirm" else reviewer
            ReviewDecision.objects.create(
                account=acme,
                submission=submitted,
                reviewer_id=decider.user_id,
                verdict="approve",
                standing="proposed",
                decided_at=timezone.now(),
            )
        Submission.objects.filter(pk=submitted.pk).update(
            state=state,
            stage=_STAGES.get(action, "authority") if state == "failed" else "",
            reviewer_id=reviewer.user_id,
            raw_messages=[MESSAGE],
            authority=authority_for(suffix="", profile=submitted.profile),
            reason_codes=["document_expired"],
            deadline=past,
            lease_until=past if action in IDLE else None,
            sent_at=None if action == "reopen" else past,
        )
        if state == "more_wanted":
            _asked(acme, submitted, reviewer)
        entries = LogEntry.objects.count()
    actor = who_does(action, owner=owner, reviewer=reviewer, colleague=colleague, system=system)
    target = ALLOWED.get((state, action))
    with acting_as(actor):
        if target is None and action not in SILENT:
            with pytest.raises(StateConflict):
                act(action, actor, submitted)
        else:
            act(action, actor, submitted)
    with acting_as(owner):
        assert Submission.objects.get(pk=submitted.pk).state == (target or state)
        assert (LogEntry.objects.count() > entries) is (target is not None)
