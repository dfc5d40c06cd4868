"""Nothing is lost: faults of the registry, workers that die, messages that come twice."""

import datetime as dt
from unittest.mock import patch

import pytest

from domains import tasks
from domains.models import RegistryNotice, SimulatedRequest
from domains.registries.simulated import faults
from domains.registries.simulated.register import put_object
from domains.services.operations import request_operation
from domains.services.verification import record_verification_result
from registrar.oplog.models import LogEntry
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as
from tests.domains.services.pipeline import (
    deliver_notices,
    hurry_up,
    reload,
    run_once,
    run_to_the_end,
)


@pytest.fixture
def pass_time(time_machine):
    """Let time pass: `pass_time(minutes=2)`; it stands still otherwise."""
    time_machine.move_to(dt.datetime.now(dt.UTC), tick=False)
    return lambda **amount: time_machine.shift(dt.timedelta(**amount))


@pytest.fixture
def operation(acme, make_domain, make_template):
    domain, template = make_domain(acme, epp_statuses=["serverHold"]), make_template(acme)
    actor = system_actor(acme.pk)
    with acting_as(actor):
        return request_operation(
            actor=actor, kind="change_registrant", domain=domain, template=template
        )


@pytest.mark.parametrize("fault", list(faults.Fault))
@pytest.mark.parametrize("times", [1, 3])
def test_fault_of_the_registry_costs_time_but_no_work(pass_time, acme, operation, fault, times):
    faults.inject(fault, times=times)
    for _look in range(12):
        operation = run_once(acme, operation)
        pass_time(minutes=2)
        if operation.ended_at:
            break
    assert operation.state == "succeeded"
    assert SimulatedRequest.objects.filter(kind="change_registrant").count() == 1


def test_lost_answer_is_not_sent_again(acme, operation, monkeypatch):
    faults.inject("lost_answer")
    run_once(acme, operation)
    sent = []
    monkeypatch.setattr(
        "domains.registries.simulated.adapter.SimulatedRegistry.submit",
        lambda self, request: sent.append(request),
    )
    assert run_to_the_end(acme, operation).state == "succeeded"
    assert sent == []


@pytest.mark.parametrize("error", [RuntimeError, ValueError, OSError, KeyError])
def test_adapter_that_raises_anything_backs_off(acme, operation, monkeypatch, error):
    def broken(self, transaction_id):
        raise error("李晓彤")

    monkeypatch.setattr("domains.registries.simulated.adapter.SimulatedRegistry.outcome", broken)
    before = run_once(acme, operation)
    after = run_once(acme, operation)
    assert after.state == "submitted"
    assert after.attempts == 2
    assert before.due_at < after.due_at


def test_worker_that_dies_between_call_and_write_is_followed_by_another(
    acme, operation, monkeypatch
):
    def die(**_arguments):
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(tasks, "settle_operation", die)
        hurry_up(acme)
        with pytest.raises(SystemExit):
            tasks.run_operation(operation.pk, acme.pk)
    left = reload(acme, operation)
    assert left.state == "submitted"
    assert left.due_at is not None
    tasks.run_operation(operation.pk, acme.pk)
    assert reload(acme, operation).attempts == 1, "still leased: nobody else works on it"
    assert run_to_the_end(acme, operation).state == "succeeded"
    assert SimulatedRequest.objects.filter(kind="change_registrant").count() == 1


def test_task_that_runs_again_after_the_end_changes_nothing(acme, operation):
    run_to_the_end(acme, operation)
    with acting_as(system_actor(acme.pk)):
        before = LogEntry.objects.count()
    for _again in range(2):
        tasks.run_operation(operation.pk, acme.pk)
    with acting_as(system_actor(acme.pk)):
        assert LogEntry.objects.count() == before
        assert RegistryNotice.objects.count() == 1


def test_answer_that_arrives_twice_is_written_once(acme, operation, monkeypatch):
    run_once(acme, operation)
    hurry_up(acme)
    once = tasks.settle_operation

    def twice(**arguments):
        once(**arguments)
        return once(**arguments)

    monkeypatch.setattr(tasks, "settle_operation", twice)
    tasks.run_operation(operation.pk, acme.pk)
    assert reload(acme, operation).state == "succeeded"
    with acting_as(system_actor(acme.pk)):
        assert LogEntry.objects.filter(action="operation.succeeded").count() == 1


def test_sweep_finds_what_is_due_in_every_account(
    acme, globex, operation, make_domain, monkeypatch
):
    domain = make_domain(globex, "globex.com", real_name="in_review")
    actor = system_actor(globex.pk)
    with acting_as(actor):
        record_verification_result(actor=actor, domain=domain, passed=True)
        notice = RegistryNotice.objects.get()
    hurried = []
    monkeypatch.setattr(tasks, "hurry", lambda task, *ids: hurried.append((task.name, *ids)))
    tasks.sweep_operations()
    assert hurried == [
        ("domains.tasks.run_operation", operation.pk, acme.pk),
        ("domains.tasks.run_notice", notice.pk, globex.pk),
    ]


def test_task_with_another_accounts_id_does_nothing(acme, globex, operation):
    hurry_up(acme)
    tasks.run_operation(operation.pk, globex.pk)
    assert reload(acme, operation).attempts == 0


def test_notice_survives_a_silent_registry_and_lifts_the_hold(acme, make_domain):
    domain = make_domain(acme, real_name="in_review", epp_statuses=["serverHold"])
    actor = system_actor(acme.pk)
    with acting_as(actor):
        record_verification_result(actor=actor, domain=domain, passed=True)
    faults.inject("no_answer", times=1)
    deliver_notices(acme)
    deliver_notices(acme)
    assert reload(acme, domain).epp_statuses == []
    with acting_as(actor):
        notice = RegistryNotice.objects.get()
    assert notice.due_at is None
    assert notice.done_at is not None


def test_notice_of_a_hold_with_another_cause_ends_after_a_week(pass_time, acme, make_domain):
    domain = make_domain(acme, real_name="in_review")
    actor = system_actor(acme.pk)
    with acting_as(actor):
        record_verification_result(actor=actor, domain=domain, passed=True)
    put_object(name=domain.name, registrant_name="", epp_statuses=["serverHold"])
    hold_stays = "domains.registries.simulated.register.lift_due_hold"
    with patch(hold_stays):
        deliver_notices(acme)
        with acting_as(actor):
            assert RegistryNotice.objects.get().due_at is not None
        pass_time(days=8)
        deliver_notices(acme)
    with acting_as(actor):
        assert RegistryNotice.objects.get().due_at is None
