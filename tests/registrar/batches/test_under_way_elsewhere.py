"""What another batch has begun for the same domain is waited for, and not for ever."""

import datetime as dt

import pytest
from django.utils import timezone

from domains.models import Operation
from registrar.batches.models import BatchItem
from registrar.batches.services import carrying_out
from tests.domains.services.pipeline import run_to_the_end

from .conftest import lock

pytestmark = pytest.mark.django_db


@pytest.fixture
def due_now(acme, inside):
    def hurry() -> None:
        past = timezone.now() - dt.timedelta(seconds=1)
        with inside(acme):
            BatchItem.objects.filter(due_at__isnull=False).update(due_at=past)

    return hurry


@pytest.fixture
def two_batches(asked, domains, worked):
    """The first has an operation open for a.com; the second asks for one too."""
    domains("a.com", "b.com")
    first, second = asked(lock("a.com")), asked(lock("a.com", delete=True), lock("b.com"))
    worked(first)
    worked(second)
    return first, second


def test_item_that_is_under_way_in_another_batch_waits_until_it_has_ended(
    acme, inside, two_batches, worked, states, items, due_now, operations_of
):
    _first, second = two_batches
    assert states(second) == ["waiting", "done"]
    assert items(second)[0].due_at is not None
    with inside(acme):
        open_one = Operation.objects.get(domain__name="a.com")
    run_to_the_end(acme, open_one)
    due_now()
    worked(second)
    assert states(second) == ["done", "done"]
    assert operations_of() == ["set_locks a.com", "set_locks b.com", "set_locks a.com"]


def test_item_that_has_waited_too_long_for_another_batch_fails_and_can_be_resumed(
    api, two_batches, worked, states, items, due_now, monkeypatch
):
    _first, second = two_batches
    monkeypatch.setattr(carrying_out, "MOST_LOOKS", 2)
    due_now()
    worked(second)
    assert states(second) == ["failed", "done"]
    assert items(second)[0].problem["code"] == "operation_open"
    assert api("POST", f"batches/{second['id']}/resume").status_code == 202


def test_item_of_a_small_batch_waits_for_another_one_too(api, domains):
    domains("a.com")
    body = {"items": [lock("a.com")]}
    api("POST", "operations", body)
    answer = api("POST", "operations", body).json()
    assert (answer["state"], answer["counts"]["waiting"]) == ("running", 1)
    assert answer["items"][0]["item_state"] == "waiting"
