"""A submission that has been handed over, and what is read of it afterwards."""

from collections.abc import Callable

import pytest

from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as
from verification.models import Authority, AuthorityAnswer, Submission
from verification.services.submissions import approve_submission, claim_submission


@pytest.fixture
def handed_over(submitted: Submission, reviewer: Actor) -> Submission:
    with acting_as(reviewer):
        claim_submission(actor=reviewer, submission=submitted)
        return approve_submission(actor=reviewer, submission=submitted)


@pytest.fixture
def reread(owner: Actor) -> Callable[[Submission], Submission]:
    def read(submission: Submission) -> Submission:
        with acting_as(owner):
            return Submission.objects.get(pk=submission.pk)

    return read


@pytest.fixture
def answers_of(owner: Actor) -> Callable[[Submission], list[AuthorityAnswer]]:
    def read(submission: Submission) -> list[AuthorityAnswer]:
        with acting_as(owner):
            return list(AuthorityAnswer.objects.filter(submission=submission).order_by("pk"))

    return read


@pytest.fixture
def change(as_staff: Callable) -> Callable[..., None]:
    """`change(authority, paused_at=…)` as staff would, without their service."""

    def write(authority: Authority, **values: object) -> None:
        with as_staff():
            Authority.objects.filter(pk=authority.pk).update(**values)

    return write


@pytest.fixture
def row_of(as_staff: Callable) -> Callable[[Authority], Authority]:
    def read(authority: Authority) -> Authority:
        with as_staff():
            return Authority.objects.get(pk=authority.pk)

    return read
