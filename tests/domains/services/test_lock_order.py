"""Whoever holds the log's chain waits for no row: people and workers never lock each other out."""

import threading
import time

import pytest
from django.db import connection

from domains.models import Operation
from domains.registries.port import Outcome, RegistryInfo
from domains.services.advance import Answer, lease_operation, settle_operation
from domains.services.operations import request_operation
from registrar.batches.services.accepting import accept_batch
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as
from templates_app.services import disable_template
from templates_app.services.locking import lock_template
from tests.domains.services.pipeline import hurry_up

pytestmark = pytest.mark.django_db(transaction=True)


def somebody_waits():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return cursor.fetchone()[0] > 0


def while_the_template_is_being_disabled(actor, template, call):
    """Run `call` in a thread of its own between the template's lock and its log entry."""
    failed = []

    def run():
        try:
            call()
        except Exception as error:
            failed.append(error)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    with acting_as(actor):
        lock_template(template)
        thread.start()
        deadline = time.monotonic() + 10
        while not somebody_waits() and time.monotonic() < deadline:
            time.sleep(0.02)
        disable_template(actor=actor, template=template)
    thread.join(30)
    assert failed == []


def test_batch_waits_for_its_templates_before_it_writes_the_log(acme, make_domain, make_template):
    actor, template = system_actor(acme.pk), make_template(acme)
    for name in ("first.com", "second.com"):
        make_domain(acme, name)
    locks = {"operation": "set_locks", "domain": "first.com", "locks": {"transfer": True}}
    change = {"operation": "change_registrant", "domain": "second.com"}
    items = [locks, change | {"template": template.public_id}]

    def batch():
        with acting_as(system_actor(acme.pk)) as asker:
            accept_batch(actor=asker, kind="operations", given=items)

    while_the_template_is_being_disabled(actor, template, batch)
    with acting_as(actor):
        assert [row.kind for row in Operation.objects.all()] == ["set_locks"]


def test_result_waits_for_its_template_before_it_writes_the_log(acme, make_domain, make_template):
    actor, template = system_actor(acme.pk), make_template(acme)
    domain = make_domain(acme)
    with acting_as(actor):
        operation = request_operation(
            actor=actor, kind="change_registrant", domain=domain, template=template
        )
    hurry_up(acme)
    with acting_as(actor):
        leased = lease_operation(operation_id=operation.pk)
    info = RegistryInfo(name=domain.name, epp_statuses=frozenset())

    def settle():
        with acting_as(system_actor(acme.pk)) as worker:
            answer = Answer(Outcome(state="done"), info)
            settle_operation(actor=worker, leased=leased, answer=answer)

    while_the_template_is_being_disabled(actor, template, settle)
    with acting_as(actor):
        assert Operation.objects.get().state == "succeeded"
