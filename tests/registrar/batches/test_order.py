"""Items of one domain run in the order given, each when the operation before it has ended."""

import pytest

from domains.models import Operation
from registrar.batches.models import Batch
from registrar.batches.services.carrying_out import carry_out_item
from registrar.batches.tasks import run_items
from tests.domains.services.pipeline import run_to_the_end

from .conftest import change, lock

pytestmark = pytest.mark.django_db


@pytest.fixture
def end(acme, inside):
    """`end("change_registrant")`: the registry has done it, or refused it."""

    def bring(kind: str) -> Operation:
        with inside(acme):
            operation = Operation.objects.get(kind=kind)
        return run_to_the_end(acme, operation)

    return bring


def test_next_item_of_a_domain_waits_for_the_end_of_the_one_before(
    asked, domains, template, worked, states, operations_of, end, api
):
    domains("a.com", "b.com")
    answer = asked(change("a.com", template), lock("a.com"), lock("b.com"))
    worked(answer)
    assert states(answer) == ["done", "waiting", "done"]
    assert end("change_registrant").state == "succeeded"
    worked(answer)
    assert states(answer) == ["done"] * 3
    assert operations_of() == [
        "change_registrant a.com",
        "set_locks b.com",
        "set_locks a.com",
    ]


def test_order_is_kept_in_a_small_batch_too(api, domains, template, worked, end, states):
    domains("a.com")
    body = {"items": [change("a.com", template), lock("a.com")]}
    answer = api("POST", "operations", body).json()
    assert (answer["state"], answer["counts"]["waiting"]) == ("running", 1)
    assert [item["state"] for item in answer["items"]] == ["submitted", "waiting"]
    end("change_registrant")
    worked(answer)
    assert states(answer) == ["done", "done"]


def test_failure_of_the_one_before_does_not_refuse_the_next(
    acme, asked, domains, make_template, allow_name, worked, states, end
):
    allow_name("中国样例协会")
    domains("a.com")
    unusable = make_template(acme, name_zh="中国样例协会")
    answer = asked(change("a.com", unusable), lock("a.com"))
    worked(answer)
    assert end("change_registrant").state == "failed"
    worked(answer)
    assert states(answer) == ["done", "done"]


def test_refusal_of_the_one_before_lets_the_next_run_at_once(
    acme, inside, asked, make_domain, template, worked, states
):
    make_domain(acme, "a.com", lifecycle="expired")
    answer = asked(change("a.com", template), lock("a.com"))
    worked(answer)
    assert states(answer) == ["refused", "done"]


def test_one_name_in_two_writings_is_one_domain(asked, make_domain, acme, worked, states):
    make_domain(acme, "例子.com")
    answer = asked(lock("例子.com"), lock("XN--FSQU00A.com", delete=True))
    worked(answer)
    assert states(answer) == ["done", "waiting"]


def test_end_of_an_operation_wakes_its_batch_before_it_is_due(
    acme, inside, asked, domains, template, worked, end, monkeypatch
):
    domains("a.com")
    answer = asked(change("a.com", template), lock("a.com"))
    worked(answer)
    woken = []
    monkeypatch.setattr(
        "domains.services.endings.hurry_on_commit", lambda task, *ids: woken.append((task, ids))
    )
    end("change_registrant")
    with inside(acme):
        batch = Batch.objects.get()
    assert (run_items, (batch.pk, acme.pk)) in woken


def test_batch_that_only_waits_is_looked_at_less_and_less_often(
    acme, inside, asked, domains, template, worked
):
    domains("a.com")
    answer = asked(change("a.com", template), lock("a.com"))
    dues = []
    for _look in range(4):
        worked(answer, rounds=1)
        with inside(acme):
            batch = Batch.objects.get()
        dues.append(batch.due_at - batch.updated_at)
    assert dues == sorted(dues)
    assert batch.idle_looks == 3
    assert batch.state == "running"


def test_item_that_a_second_worker_took_too_early_waits_on(
    acme, inside, asked, domains, states, items
):
    domains("a.com")
    answer = asked(lock("a.com"), lock("a.com", delete=True))
    second = items(answer)[1].pk
    with inside(acme):
        carry_out_item(item_id=second)
    assert states(answer) == ["waiting", "waiting"]
