"""Every state × every action against one table: what is not named is a conflict or no change."""

import datetime as dt

import pytest
from django.utils import timezone

from registrar.errors import StateConflict
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from verification.models import MoreItem, MoreRequest, Submission
from verification.services.answers_to_more import Answer
from verification.services.asking import Ask
from verification.services.submissions import (
    answer_question,
    approve_submission,
    ask_for_more,
    bring_more,
    claim_submission,
    fail_submission,
    record_outcome,
    time_out,
    withdraw_submission,
)
from verification.states import SubmissionState

pytestmark = pytest.mark.django_db

ALLOWED = {
    ("submitted", "claim"): "in_review",
    ("second_review", "claim"): "in_review",
    ("in_review", "approve"): "at_authority",
    ("in_review", "fail"): "failed",
    ("in_review", "ask"): "more_wanted",
    ("more_wanted", "bring"): "submitted",
    ("submitted", "withdraw"): "withdrawn",
    ("in_review", "withdraw"): "withdrawn",
    ("second_review", "withdraw"): "withdrawn",
    ("more_wanted", "withdraw"): "withdrawn",
    ("at_authority", "pass_outcome"): "passed",
    ("at_authority", "fail_outcome"): "failed",
    ("at_authority", "time_out"): "failed",
    ("failed", "answer"): "failed",
}
BY_STAFF = {"claim", "approve", "fail", "ask"}
# Answers that come too late are no one's mistake: they are passed over in silence.
SILENT = {"pass_outcome", "fail_outcome", "time_out"}
BY_CUSTOMER = {"withdraw", "answer", "bring"}
ACTIONS = sorted(BY_STAFF | SILENT | BY_CUSTOMER)


def act(action, actor, submission):
    pk = submission.pk
    verbs = {
        "claim": lambda: claim_submission(actor=actor, submission=submission),
        "approve": lambda: approve_submission(actor=actor, submission=submission),
        "fail": lambda: fail_submission(
            actor=actor, submission=submission, reason_codes=["materials_unclear"]
        ),
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
    }
    return verbs[action]()


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
def test_action_in_state(submitted, owner, reviewer, inside, acme, state, action):
    with inside(acme) as system:
        Submission.objects.filter(pk=submitted.pk).update(
            state=state,
            stage="authority" if state == "failed" else "",
            reviewer_id=reviewer.user_id,
            raw_messages=["证件已过期，请提交有效的证件图片"],
            reason_codes=["document_expired"],
            deadline=timezone.now() - dt.timedelta(seconds=1),
        )
        if state == "more_wanted":
            _asked(acme, submitted, reviewer)
        entries = LogEntry.objects.count()
    actor = reviewer if action in BY_STAFF else owner if action in BY_CUSTOMER else system
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
