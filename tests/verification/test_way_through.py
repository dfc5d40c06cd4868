"""The whole way with real commits: effects start after the commit, the worker does the rest."""

import pytest

from domains.models import Domain
from registrar.accounts.permissions import Role
from registrar.tenancy.context import acting_as
from tests.verification.data import NAME, NUMBER
from verification import tasks
from verification.authorities.simulated.models import AuthorityCase
from verification.authorities.simulated.register import register_identity
from verification.models import Submission
from verification.services.submissions import submit_verification

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def trusted(make_account, alice, actor_of):
    account = make_account("trusted", "上海可信样例有限公司", review_level="straight_when_clean")
    return account, actor_of(account, alice, Role.OWNER)


def submit(actor, domain, material):
    with acting_as(actor):
        return submit_verification(
            actor=actor,
            domain=domain,
            document_type="SFZ",
            document_number=NUMBER,
            materials=[material],
        )


def sweep_when_due(actor, submission, time_machine):
    with acting_as(actor):
        time_machine.move_to(Submission.objects.get(pk=submission.pk).due_at, tick=False)
    tasks.sweep_submissions.delay()


def test_domain_is_sent_at_the_commit_and_verified_by_the_sweep(
    trusted, make_domain, upload, time_machine
):
    register_identity(
        name=NAME, holder_type="individual", document_type="SFZ", document_number=NUMBER
    )
    account, actor = trusted
    domain = make_domain(account, "trusted.com")
    submission = submit(actor, domain, upload(actor))
    assert AuthorityCase.objects.count() == 1
    sweep_when_due(actor, submission, time_machine)
    with acting_as(actor):
        assert Submission.objects.get().state == "passed"
        assert Domain.objects.get(pk=domain.pk).real_name == "verified"


def test_broker_that_is_down_costs_time_only(
    trusted, make_domain, upload, time_machine, monkeypatch
):
    account, actor = trusted
    domain, material = make_domain(account, "trusted.com"), upload(actor)
    monkeypatch.setattr(tasks.forward_submission, "apply_async", lambda **_: 1 / 0)
    submission = submit(actor, domain, material)
    assert not AuthorityCase.objects.exists()
    monkeypatch.undo()
    sweep_when_due(actor, submission, time_machine)
    assert AuthorityCase.objects.count() == 1
    sweep_when_due(actor, submission, time_machine)
    with acting_as(actor):
        row = Submission.objects.get()
        assert (row.state, row.reason_codes) == ("failed", ["police_record_mismatch"])
        assert Domain.objects.get(pk=domain.pk).real_name == "failed"
