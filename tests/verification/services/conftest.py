"""A submission in a reviewer's hands, and what the database says of it afterwards."""

from collections.abc import Callable

import pytest

from registrar.tenancy.actor import Actor, system_staff_actor
from registrar.tenancy.context import acting_as
from verification.models import ReviewDecision, Submission
from verification.services.submissions import claim_submission


@pytest.fixture
def claim() -> Callable[[Actor, Submission], Submission]:
    def take(actor: Actor, submission: Submission) -> Submission:
        with acting_as(actor):
            return claim_submission(actor=actor, submission=submission)

    return take


@pytest.fixture
def reread() -> Callable[[Submission], Submission]:
    def read(submission: Submission) -> Submission:
        with acting_as(system_staff_actor()):
            return Submission.objects.select_related("template", "domain").get(pk=submission.pk)

    return read


@pytest.fixture
def decisions_of() -> Callable[[Submission], list[ReviewDecision]]:
    """Oldest first."""

    def read(submission: Submission) -> list[ReviewDecision]:
        with acting_as(system_staff_actor()):
            return list(ReviewDecision.objects.filter(submission=submission).order_by("pk"))

    return read
