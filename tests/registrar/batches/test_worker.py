"""Portions of a batch: cut short, killed, lost or broken, each item is carried out once."""

import datetime as dt

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.utils import timezone

from domains.batching import kind as operations_kind
from registrar.accounts.models import Membership
from registrar.accounts.permissions import Role
from registrar.batches.models import Batch, BatchItem
from registrar.batches.services.accepting import accept_batch
from registrar.batches.services.advancing import CHUNK
from registrar.batches.tasks import run_items, sweep_batches
from registrar.errors import Unavailable
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as

from .conftest import change, lock

pytestmark = pytest.mark.django_db


@pytest.fixture
def due_now(acme, inside):
    """Leases and pauses are over."""

    def hurry():
        past = timezone.now() - dt.timedelta(seconds=1)
        with inside(acme):
            BatchItem.objects.filter(due_at__isnull=False).update(due_at=past)
            Batch.objects.filter(leased_until__isnull=False).update(leased_until=past)
            Batch.objects.filter(due_at__isnull=False).update(due_at=past)

    return hurry


@pytest.fixture
def service(monkeypatch):
    """`service(replacement)`: called instead of `request_operation`, which it is given."""

    def replace(wrapped):
        real = operations_kind.request_operation
        monkeypatch.setattr(
            operations_kind, "request_operation", lambda **more: wrapped(real, **more)
        )

    return replace


def test_worker_carries_out_every_item_as_the_key_that_asked(
    acme, inside, api, asked, domains, template, worked, states, operations_of
):
    domains("a.com", "b.com")
    answer = asked(change("a.com", template), lock("b.com"))
    worked(answer)
    assert states(answer) == ["done", "done"]
    assert operations_of() == ["change_registrant a.com", "set_locks b.com"]
    batch = api("GET", f"batches/{answer['id']}").json()
    assert (batch["state"], batch["counts"]["done"]) == ("done", 2)
    assert batch["ended_at"] is not None
    with inside(acme):
        entries = LogEntry.objects.filter(action="operation.requested")
        assert {(e.actor_kind, e.actor_label) for e in entries} == {("key", "k")}


def test_refused_item_stops_no_other_and_is_told_in_the_readers_language(
    acme, api, asked, make_domain, domains, worked, states
):
    domains("b.com")
    make_domain(acme, "a.com", disputed=True)
    answer = asked(lock("a.com"), lock("b.com"))
    worked(answer)
    assert states(answer) == ["refused", "done"]
    problem = api("GET", f"batches/{answer['id']}/items").json()["items"][0]["problem"]
    assert (problem["status"], problem["code"]) == (409, "operation_blocked")
    assert {e["code"] for e in problem["errors"]} == {"disputed"}
    assert "blocked" in problem["detail"]
    chinese = api.client.get(
        f"/api/v1/batches/{answer['id']}/items", headers={"Accept-Language": "zh-hans"}
    ).json()["items"][0]["problem"]
    assert chinese["detail"] != problem["detail"]
    assert chinese["code"] == problem["code"]


def test_more_items_than_a_portion_are_carried_out_message_by_message(
    asked, domains, worked, states
):
    names = domains(*(f"d{number:02}.com" for number in range(CHUNK + 1)))
    answer = asked(*(lock(name) for name in names))
    worked(answer, rounds=1)
    assert states(answer) == ["done"] * CHUNK + ["waiting"]
    worked(answer, rounds=1)
    assert states(answer)[-1] == "done"


def test_killed_worker_costs_time_and_no_work(
    acme, asked, domains, worked, states, operations_of, service, due_now, monkeypatch
):
    names = domains("a.com", "b.com", "c.com")
    answer = asked(*(lock(name) for name in names))
    calls = []

    def killed(real, **more):
        calls.append(more["domain"].name)
        if len(calls) == 2:
            real(**more)
            raise SystemExit
        return real(**more)

    service(killed)
    with pytest.raises(SystemExit):
        worked(answer, rounds=1)
    assert operations_of() == ["set_locks a.com"]
    worked(answer)
    assert states(answer) == ["done", "waiting", "waiting"], "the lease is still held"
    due_now()
    worked(answer)
    assert operations_of() == [f"set_locks {name}" for name in names]
    assert states(answer) == ["done"] * 3


def test_portion_that_takes_too_long_goes_on_with_the_next_message(
    asked, domains, worked, states, items, operations_of, service
):
    names = domains("a.com", "b.com")
    answer = asked(*(lock(name) for name in names))
    calls = []

    def slow(real, **more):
        calls.append(1)
        found = real(**more)
        if len(calls) == 2:
            raise SoftTimeLimitExceeded
        return found

    service(slow)
    worked(answer, rounds=1)
    assert operations_of() == ["set_locks a.com"], "what was cut short is undone"
    assert items(answer)[1].attempts == 0
    worked(answer)
    assert states(answer) == ["done", "done"]


def test_sweep_finds_a_batch_whose_message_was_lost(acme, asked, domains, states):
    domains("a.com")
    answer = asked(lock("a.com"))
    sweep_batches.run()
    assert states(answer) == ["done"]


def test_item_that_fails_unforeseen_is_tried_thrice_and_can_be_resumed(
    api, asked, domains, worked, states, service, due_now, monkeypatch
):
    domains("a.com", "b.com")
    answer = asked(lock("a.com"), lock("b.com"))

    def broken(real, *, domain, **more):
        if domain.name == "a.com":
            raise RuntimeError("nobody foresaw this")
        return real(domain=domain, **more)

    service(broken)
    for expected in ("waiting", "waiting", "failed"):
        worked(answer)
        assert states(answer) == [expected, "done"]
        due_now()
    found = api("GET", f"batches/{answer['id']}/items?state=failed").json()["items"]
    assert [item["problem"]["code"] for item in found] == ["unexpected"]
    monkeypatch.undo()
    assert api("POST", f"batches/{answer['id']}/resume").status_code == 202
    worked(answer)
    assert states(answer) == ["done", "done"]


def test_item_that_something_outside_holds_up_is_tried_again_for_a_bounded_time(
    api, asked, domains, worked, states, items, service, due_now, monkeypatch
):
    monkeypatch.setattr("registrar.batches.services.carrying_out.MOST_LOOKS", 3)
    domains("a.com")
    answer = asked(lock("a.com"))

    def away(_real, **_more):
        raise Unavailable

    service(away)
    worked(answer)
    assert (states(answer), items(answer)[0].attempts) == (["waiting"], 1)
    assert api("GET", f"batches/{answer['id']}").json()["state"] == "running"
    for _again in range(2):
        due_now()
        worked(answer)
    assert states(answer) == ["failed"]
    assert items(answer)[0].problem["code"] == "unavailable"


@pytest.mark.parametrize(
    "loss",
    [
        {"revoked_at": timezone.now()},
        {"expires_at": timezone.now() - dt.timedelta(days=1)},
        {"scopes": ["operations:read"]},
        {"scopes": ["operations:write"]},
    ],
    ids=["revoked", "expired", "no write", "not sensitive"],
)
def test_key_that_lost_the_right_meanwhile_changes_nothing_more(
    asked, domains, template, keys, worked, states, operations_of, items, loss
):
    domains("a.com")
    answer = asked(change("a.com", template))
    keys(**loss)
    worked(answer)
    assert operations_of() == []
    assert (states(answer), items(answer)[0].problem["code"]) == (["failed"], "scope_missing")


@pytest.mark.parametrize("change_of", ["viewer", "gone"])
def test_person_who_lost_the_right_meanwhile_changes_nothing_more(
    acme, bob, actor_of, inside, all_wait, domains, operations_of, change_of
):
    domains("a.com")
    actor = actor_of(acme, bob, Role.OPERATOR)
    with acting_as(actor):
        batch = accept_batch(actor=actor, kind="operations", given=[lock("a.com")])
    with inside(acme):
        rows = Membership.objects.filter(user=bob)
        rows.update(role="viewer") if change_of == "viewer" else rows.delete()
    run_items.run(batch.pk, acme.pk)
    assert operations_of() == []
    with inside(acme):
        assert BatchItem.objects.get(batch=batch).state == "failed"


def test_person_who_still_may_has_it_done_in_their_name(
    acme, bob, actor_of, inside, all_wait, enter_code, domains, template
):
    domains("a.com")
    actor = actor_of(acme, bob, Role.OPERATOR)
    enter_code(bob, "change_registrant")
    with acting_as(actor):
        batch = accept_batch(actor=actor, kind="operations", given=[change("a.com", template)])
    run_items.run(batch.pk, acme.pk)
    with inside(acme):
        item = BatchItem.objects.get(batch=batch)
        entry = LogEntry.objects.get(action="operation.requested")
    assert item.state == "done"
    assert (entry.actor_label, entry.after["state"]) == ("Bob", "submitted")
