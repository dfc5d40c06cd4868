"""Batches of before they were registrar.batches' keep their ids, their operations and addresses."""

import pytest
from django.db import connection

from domains.models import Operation
from registrar.batches.models import Batch, BatchItem
from tests import world, world_automation

pytestmark = pytest.mark.django_db
BATCHES = ("domains", "0004_batches")


@pytest.fixture
def old(acme, globex, inside, undo):
    """Acme had a batch of two operations, globex one of none; by public id."""
    ids = []
    with inside(acme):
        batch = world_automation.batch_of(acme, state="done", due_at=None)
        BatchItem.objects.all().delete()
        for number in range(2):
            Operation.objects.create(
                account=acme,
                kind="set_locks",
                domain=world.domain_of(acme, f"d{number}.com"),
                requested_by="script",
                batch=batch,
            )
        ids.append(batch.public_id)
    with inside(globex):
        batch = world_automation.batch_of(globex, state="done", due_at=None)
        BatchItem.objects.all().delete()
        ids.append(batch.public_id)
    undo(BATCHES)
    return ids


def forget_the_new(as_staff):
    """As on the day of the upgrade: nothing has been written there yet."""
    with as_staff(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM batches_batchitem; DELETE FROM batches_batch")


def test_old_batches_move_with_their_ids_and_operations(acme, inside, as_staff, old, redo):
    with inside(acme), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM domains_operationbatch")
        assert cursor.fetchone() == (1,), "behind its fence again"
    forget_the_new(as_staff)
    redo(BATCHES)
    with inside(acme):
        [batch] = Batch.objects.all()
        assert (batch.public_id, batch.state, batch.kind) == (old[0], "done", "operations")
        assert batch.requested_by == "script"
        assert {operation.batch_id for operation in Operation.objects.all()} == {batch.pk}
        items = list(BatchItem.objects.order_by("index"))
        assert [(i.index, i.state, i.told["domain"]) for i in items] == [
            (0, "done", "d0.com"),
            (1, "done", "d1.com"),
        ]
        assert {i.result_uid for i in items} == {o.uid for o in Operation.objects.all()}
    with as_staff():
        assert {batch.public_id for batch in Batch.objects.all()} == set(old)


def test_batches_made_afterwards_get_ids_of_their_own(acme, inside, as_staff, old, redo):
    forget_the_new(as_staff)
    redo(BATCHES)
    with inside(acme):
        world_automation.batch_of(acme)
        assert Batch.objects.count() == 2


def test_the_fence_stands_again(globex, inside, as_staff, old, redo):
    redo(BATCHES)
    with inside(globex):
        assert Batch.objects.count() == 1
        assert Operation.objects.count() == 0
