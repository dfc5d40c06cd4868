"""Two members answer, or one answers while another withdraws: one of them wins."""

import pytest

from registrar.accounts.permissions import Role
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from tests.verification.services.test_races import at_once
from verification.models import MoreRequest, SubmissionMaterial
from verification.services.submissions import bring_more, withdraw_submission

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def nobody_forwards(monkeypatch):
    monkeypatch.setattr("registrar.jobs.hurry", lambda task, *ids: None)


@pytest.fixture
def bob_acts(acme, bob, actor_of):
    return actor_of(acme, bob, Role.OPERATOR)


def test_two_members_answer_and_one_answer_counts(
    asked, answers, owner, bob_acts, submitted, fresh
):
    mine, theirs = answers(asked), answers(asked)
    done = at_once(
        (owner, bring_more, {"submission": submitted, "answers": mine}),
        (bob_acts, bring_more, {"submission": submitted, "answers": theirs}),
    )
    assert done == ["bring_more"]
    assert fresh(submitted).state == "submitted"
    with acting_as(owner):
        used = SubmissionMaterial.objects.filter(submission=submitted, replaced=False)
        assert used.get().material_id in {mine[0].material.pk, theirs[0].material.pk}
        assert LogEntry.objects.filter(action="submission.more_brought").count() == 1


def test_withdrawal_and_answer_at_once_agree(asked, answers, owner, bob_acts, submitted, fresh):
    given = answers(asked)
    done = at_once(
        (owner, bring_more, {"submission": submitted, "answers": given}),
        (bob_acts, withdraw_submission, {"submission": submitted}),
    )
    # Who answers first may still be followed by the withdrawal, never the other way round.
    assert fresh(submitted).state == "withdrawn"
    assert "withdraw_submission" in done
    with acting_as(owner):
        answered = MoreRequest.objects.get().answered_at is not None
    assert answered == ("bring_more" in done)
