"""Workers, owners and the registry at the same batch at once: nobody locks the others out."""

import threading
import time

import pytest
from django.db import connection

from domains.models import Operation
from registrar.batches.models import Batch, BatchItem
from registrar.batches.services.accepting import accept_batch
from registrar.batches.services.carrying_out import carry_out_item
from registrar.batches.services.stopping import cancel_batch
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as
from tests.locks import somebody_waits

from .conftest import lock

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def meanwhile():
    """`ended = meanwhile(call)`: runs it in a thread of its own until it waits for us;
    `ended()` when we have let go."""
    threads, failed = [], []

    def run(call):
        def guarded():
            try:
                call()
            except Exception as error:
                failed.append(error)
            finally:
                connection.close()

        thread = threading.Thread(target=guarded)
        threads.append(thread)
        thread.start()
        deadline = time.monotonic() + 10
        while thread.is_alive() and not somebody_waits() and time.monotonic() < deadline:
            time.sleep(0.02)
        return ended

    def ended():
        for thread in threads:
            thread.join(30)
        assert failed == []

    return run


@pytest.fixture
def batch(acme, all_wait, domains, monkeypatch):
    monkeypatch.setattr("registrar.jobs.hurry", lambda *_args: None)
    names = domains("a.com", "b.com")
    with acting_as(system_actor(acme.pk)) as actor:
        given = [lock(name) for name in names]
        return accept_batch(actor=actor, kind="operations", given=given)


def test_item_that_is_carried_out_while_the_batch_is_cancelled_is_done(acme, batch, meanwhile):
    actor = system_actor(acme.pk)

    def cancel():
        with acting_as(actor):
            cancel_batch(actor=actor, batch=batch)

    with acting_as(actor):
        first, _second = BatchItem.objects.order_by("index")
        carry_out_item(item_id=first.pk)
        ended = meanwhile(cancel)
        assert Batch.objects.get().state == "running"
    ended()
    with acting_as(actor):
        assert Batch.objects.get().state == "cancelled"
        states = list(BatchItem.objects.order_by("index").values_list("state", flat=True))
        assert states == ["done", "cancelled"]
        assert Operation.objects.count() == 1


def test_two_workers_with_the_same_item_carry_it_out_once(acme, batch, meanwhile):
    actor = system_actor(acme.pk)
    with acting_as(actor):
        item = BatchItem.objects.order_by("index").first()

    def again():
        with acting_as(actor):
            carry_out_item(item_id=item.pk)

    with acting_as(actor):
        carry_out_item(item_id=item.pk)
        ended = meanwhile(again)
    ended()
    with acting_as(actor):
        assert Operation.objects.count() == 1
