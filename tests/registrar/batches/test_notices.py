"""Whoever asked for a batch is told when it is finished, unless they have its answer already."""

import pytest

from registrar.accounts.permissions import Role
from registrar.batches.services.accepting import accept_batch
from registrar.batches.services.stopping import cancel_batch, resume_batch
from registrar.notices.models import Notice
from registrar.tenancy.context import acting_as

from .conftest import lock

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(acme, bob, actor_of):
    return actor_of(acme, bob, Role.OPERATOR)


@pytest.fixture
def asked_by_bob(operator):
    """The batch, and its id as the API answers it."""

    def ask(*items):
        with acting_as(operator):
            batch = accept_batch(actor=operator, kind="operations", given=list(items))
        return batch, {"id": batch.public_id}

    return ask


@pytest.fixture
def notices(acme, inside):
    def read():
        with inside(acme):
            rows = Notice.objects.order_by("pk").select_related("user")
            return [(row.kind, row.user.email, row.params, row.url) for row in rows]

    return read


def test_whoever_asked_is_told_once(all_wait, asked_by_bob, domains, worked, notices, bob):
    domains("a.com", "b.com")
    batch, answer = asked_by_bob(lock("a.com"), lock("b.com"))
    assert notices() == []
    worked(answer)
    worked(answer)
    page = f"/batches/{batch.public_id}/"
    assert notices() == [("batch.finished", bob.email, {"done": 2}, page)]


def test_items_with_a_problem_are_counted_and_each_run_is_told(
    all_wait, asked_by_bob, domains, worked, notices, operator
):
    domains("a.com", "b.com")
    batch, answer = asked_by_bob(lock("a.com"), lock("nobody.com"))
    worked(answer)
    (told,) = notices()
    assert (told[0], told[2]) == ("batch.finished_with_refusals", {"done": 1, "refused": 1})
    batch, answer = asked_by_bob(lock("b.com"))
    with acting_as(operator):
        cancel_batch(actor=operator, batch=batch)
        resume_batch(actor=operator, batch=batch)
    worked(answer)
    assert [kind for kind, *_rest in notices()][1:] == ["batch.finished"]


def test_batch_carried_out_in_the_request_tells_nobody(asked_by_bob, domains, notices):
    domains("a.com")
    asked_by_bob(lock("a.com"))
    assert notices() == []


def test_programs_have_the_event_and_no_notice(asked, domains, worked, notices):
    domains("a.com")
    worked(asked(lock("a.com")))
    assert notices() == []
