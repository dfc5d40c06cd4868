"""Two clicks, two workers, at the same moment: one of them does it."""

import threading

import pytest
from django.db import connection

from domains.models import Operation
from registrar.errors import ServiceError
from registrar.oplog.integrity import first_broken
from registrar.tenancy.context import acting_as
from verification.plans.services.carrying_out import acting_for, carry_out_line
from verification.plans.services.running import run_plan

from .conftest import no_messages

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def nobody_hurries(monkeypatch):
    monkeypatch.setattr("registrar.jobs.hurry", lambda task, *ids: None)


def at_once(*calls):
    """How many were done; the others were refused, none failed otherwise."""
    start, done, broken = threading.Barrier(len(calls)), [], []

    def run(call):
        try:
            start.wait(10)
            call()
            done.append(call)
        except ServiceError:
            pass
        except Exception as error:
            broken.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[call]) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert broken == []
    return len(done)


def test_two_clicks_run_a_plan_once(operator, failed_domain, verified_template, plan_for, proved):
    verified_template()
    failed_domain("a.com")
    plan = plan_for("a.com")

    def click():
        with acting_as(operator):
            run_plan(actor=operator, plan=plan)

    assert at_once(click, click) == 1


def test_two_workers_at_the_same_lines_do_nothing_twice(
    acme, inside, failed_domain, verified_template, plan_for, started, lines
):
    verified_template()
    names = [f"d{number}.com" for number in range(4)]
    for name in names:
        failed_domain(name)
    with no_messages():
        plan = started(plan_for(*names))
    pks = [line.pk for line in lines(plan).values()]
    actor = acting_for(plan)

    def work():
        for pk in pks:
            with acting_as(actor):
                carry_out_line(actor=actor, plan=plan, line_id=pk)

    assert at_once(work, work) == 2
    with inside(acme):
        operations = Operation.objects.filter(kind="change_registrant")
        assert operations.count() == len(names)
        assert first_broken(acme.pk) is None
    assert [line.state for line in lines(plan).values()] == ["done"] * len(names)
