"""Portions of a plan: cut short, killed, lost or broken, each line is carried out once."""

import datetime as dt

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.utils import timezone

from verification.plans.models import Plan
from verification.plans.services import carrying_out
from verification.plans.services.advancing import CHUNK
from verification.plans.tasks import run_lines, sweep_plans

from .conftest import no_messages, operations_of

pytestmark = pytest.mark.django_db


def test_line_that_fails_unforeseen_is_tried_again_last_and_then_refused(
    acme,
    inside,
    monkeypatch,
    failed_domain,
    verified_template,
    plan_for,
    started,
    worked,
    lines,
    reread,
):
    verified_template()
    for name in ("a.com", "b.com"):
        failed_domain(name)
    plan = started(plan_for("a.com", "b.com"))
    broken = lines(plan)["a.com"].domain_id
    real = carrying_out.request_operation
    asked = []

    def request(*, domain, **more):
        asked.append(domain.name)
        if domain.pk == broken:
            raise RuntimeError("nobody foresaw this")
        return real(domain=domain, **more)

    monkeypatch.setattr(carrying_out, "request_operation", request)
    worked(plan)
    assert asked == ["a.com", "b.com", "a.com", "a.com"]
    assert lines(plan)["a.com"].refusal[0]["code"] == "unexpected"
    assert lines(plan)["b.com"].state == "done"
    assert reread(plan).state == "finished"


def test_killed_worker_costs_time_and_no_work(
    acme,
    inside,
    monkeypatch,
    failed_domain,
    verified_template,
    plan_for,
    started,
    worked,
    lines,
    reread,
):
    verified_template()
    names = [f"d{number}.com" for number in range(4)]
    for name in names:
        failed_domain(name)
    plan = started(plan_for(*names))
    real = carrying_out.request_operation
    done = []

    def killed(**more):
        if len(done) == 2:
            raise SystemExit
        done.append(more["domain"].name)
        return real(**more)

    monkeypatch.setattr(carrying_out, "request_operation", killed)
    with pytest.raises(SystemExit), no_messages():
        run_lines.run(plan.pk, plan.account_id)
    monkeypatch.undo()
    assert operations_of(acme, inside) == done
    worked(plan)
    assert operations_of(acme, inside) == done, "the lease is still held"
    with inside(acme):
        Plan.objects.filter(pk=plan.pk).update(due_at=timezone.now() - dt.timedelta(seconds=1))
    worked(plan)
    assert operations_of(acme, inside) == names
    assert reread(plan).state == "finished"


def test_portion_that_takes_too_long_goes_on_with_the_next_message(
    acme, inside, monkeypatch, failed_domain, verified_template, plan_for, started, lines, worked
):
    verified_template()
    names = [f"d{number}.com" for number in range(3)]
    for name in names:
        failed_domain(name)
    plan = started(plan_for(*names))
    real = carrying_out.request_operation
    asked = []

    def slow(**more):
        asked.append(more["domain"].name)
        if len(asked) == 2:
            real(**more)
            raise SoftTimeLimitExceeded
        return real(**more)

    monkeypatch.setattr(carrying_out, "request_operation", slow)
    with no_messages():
        run_lines.run(plan.pk, plan.account_id)
    assert operations_of(acme, inside) == names[:1], "what was cut short is undone"
    assert lines(plan)[names[1]].attempts == 0
    worked(plan)
    assert operations_of(acme, inside) == names


def test_sweep_finds_a_plan_whose_message_was_lost(
    acme,
    inside,
    failed_domain,
    verified_template,
    plan_for,
    started,
    reread,
    django_capture_on_commit_callbacks,
):
    verified_template()
    failed_domain("a.com")
    plan = started(plan_for("a.com"))
    sweep_plans.run()
    assert reread(plan).state == "finished"
    assert operations_of(acme, inside) == ["a.com"]


def test_more_lines_than_a_portion_are_carried_out_message_by_message(
    acme, inside, failed_domain, verified_template, plan_for, started, reread
):
    verified_template()
    names = [f"d{number:02}.com" for number in range(CHUNK + 1)]
    for name in names:
        failed_domain(name)
    plan = started(plan_for(*names))
    with no_messages():
        run_lines.run(plan.pk, plan.account_id)
    assert operations_of(acme, inside) == names[:CHUNK]
    assert reread(plan).state == "running"
    run_lines.run(plan.pk, plan.account_id)
    assert operations_of(acme, inside) == names
    assert reread(plan).state == "finished"
