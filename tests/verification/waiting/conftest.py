"""Failures that only wait, or whose materials were not at fault."""

from collections.abc import Callable

import pytest

from registrar.tenancy.context import acting_as
from verification.models import Reminder, Submission
from verification.services.outcomes import record_outcome
from verification.services.submissions import approve_submission, claim_submission

NEW = "注册者身份证明资料为新颁发证件"
TIMEOUT = "实名审核超时，请重新提交"
BLURRED = "注册者资料不清晰"
ELECTRONIC = "证件电子信息核验不合格"
OVERSEAS = "提交资料显示为海外用户"
# Ten working days after Monday 2 March 2026.
START = "2026-03-02T10:00:00+08:00"
SAFE_DAY = "2026-03-16"


@pytest.fixture
def clock(time_machine):
    time_machine.move_to(START, tick=False)
    return time_machine


@pytest.fixture
def fail(reviewer, inside, acme) -> Callable[..., Submission]:
    """`fail(submission, NEW)`: approved, and refused by the authority with these messages."""

    def through(submission: Submission, *messages: str) -> Submission:
        with acting_as(reviewer):
            claim_submission(actor=reviewer, submission=submission)
            approve_submission(actor=reviewer, submission=submission)
        with inside(acme) as system:
            return record_outcome(
                actor=system,
                submission_id=submission.pk,
                passed=False,
                raw_messages=messages,
            )

    return through


@pytest.fixture
def waiting(clock, submitted, fail) -> Submission:
    """A template of acme whose document is too new."""
    return fail(submitted, NEW)


@pytest.fixture
def timed_out(clock, submitted, fail) -> Submission:
    """A template of acme with whose materials nothing is wrong."""
    return fail(submitted, TIMEOUT)


@pytest.fixture
def reminder_of(inside, acme) -> Callable[[Submission], Reminder | None]:
    def newest(submission: Submission) -> Reminder | None:
        with inside(acme):
            return Reminder.objects.filter(submission=submission).order_by("-pk").first()

    return newest
