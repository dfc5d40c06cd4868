"""Cancelling and resuming: every action in every state, once or twice, by whoever may."""

import pytest
from django.utils import timezone

from registrar.accounts.permissions import Role
from registrar.accounts.step_up import StepUpRequired
from registrar.batches.models import Batch, BatchItem
from registrar.batches.services.advancing import CHUNK
from registrar.batches.services.forgetting import KEPT_FOR
from registrar.batches.services.stopping import cancel_batch, resume_batch
from registrar.batches.tasks import sweep_forgotten
from registrar.errors import NotPermitted, StateConflict
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from tests import world_automation

from .conftest import change, lock

pytestmark = pytest.mark.django_db


def test_cancelling_lets_go_of_what_waits_and_resuming_goes_on(
    api, asked, domains, worked, states, operations_of
):
    names = domains(*(f"d{number:02}.com" for number in range(CHUNK + 1)))
    answer = asked(*(lock(name) for name in names))
    worked(answer, rounds=1)
    cancelled = api("POST", f"batches/{answer['id']}/cancel")
    assert cancelled.status_code == 200
    assert cancelled.json()["state"] == "cancelled"
    assert cancelled.json()["counts"]["cancelled"] == 1
    worked(answer)
    assert len(operations_of()) == CHUNK
    [let_go] = api("GET", f"batches/{answer['id']}/items?state=cancelled").json()["items"]
    assert (let_go["state"], let_go["id"], let_go["domain"]) == ("cancelled", None, names[-1])
    resumed = api("POST", f"batches/{answer['id']}/resume")
    assert (resumed.status_code, resumed.json()["state"]) == (202, "running")
    worked(answer)
    assert states(answer) == ["done"] * len(names)
    assert len(operations_of()) == len(names)


def test_second_click_changes_nothing(api, asked, domains, states):
    domains("a.com")
    answer = asked(lock("a.com"))
    found = [api("POST", f"batches/{answer['id']}/cancel").status_code for _click in range(2)]
    assert found == [200, 409]
    found = [api("POST", f"batches/{answer['id']}/resume").status_code for _click in range(2)]
    assert found == [202, 409]
    assert states(answer) == ["waiting"]


def test_refused_items_stay_refused(api, asked):
    answer = asked(lock("nobody.com"))
    again = api("POST", f"batches/{answer['id']}/resume")
    assert (again.status_code, again.json()["code"]) == (409, "nothing_to_resume")
    assert api("GET", f"batches/{answer['id']}").json()["state"] == "done"


ALLOWED = {
    ("running", "cancel"),
    ("cancelled", "resume"),
    ("done", "resume"),
}
SERVICES = {"cancel": cancel_batch, "resume": resume_batch}


@pytest.mark.parametrize("action", SERVICES)
@pytest.mark.parametrize("state", ["running", "done", "cancelled"])
def test_every_action_in_every_state(acme, inside, state, action):
    with inside(acme) as actor:
        due = timezone.now() if state == "running" else None
        batch = world_automation.batch_of(acme, state=state, due_at=due)
        item = "waiting" if state == "running" else "failed"
        BatchItem.objects.update(state=item)
        if (state, action) in ALLOWED:
            SERVICES[action](actor=actor, batch=batch)
            return
        with pytest.raises(StateConflict):
            SERVICES[action](actor=actor, batch=batch)
        assert Batch.objects.get().state == state
        assert BatchItem.objects.get().state == item


def test_viewer_may_do_neither(acme, inside, vera, actor_of):
    with inside(acme):
        batch = world_automation.batch_of(acme)
    actor = actor_of(acme, vera, Role.VIEWER)
    with acting_as(actor):
        for service in SERVICES.values():
            with pytest.raises(NotPermitted):
                service(actor=actor, batch=batch)


def test_resuming_needs_what_asking_anew_would_need(
    acme, inside, api, api_of, alice, actor_of, enter_code, asked, domains, template, worked, states
):
    domains("a.com")
    answer = asked(change("a.com", template))
    api("POST", f"batches/{answer['id']}/cancel")
    weak = api_of(acme, scopes=("operations:write", "operations:read"))
    refused = weak("POST", f"batches/{answer['id']}/resume")
    assert (refused.status_code, refused.json()["code"]) == (403, "scope_missing")
    actor = actor_of(acme, alice, Role.OWNER)
    with inside(acme):
        batch = Batch.objects.get()
    with pytest.raises(StepUpRequired), acting_as(actor):
        resume_batch(actor=actor, batch=batch)
    assert states(answer) == ["cancelled"]
    enter_code(alice, "change_registrant")
    with acting_as(actor):
        resume_batch(actor=actor, batch=batch)
    worked(answer)
    assert states(answer) == ["done"]
    with inside(acme):
        entry = LogEntry.objects.get(action="operation.requested")
    assert entry.actor_label == "Alice", "it goes on in the name of whoever resumed it"


def test_batch_of_a_revoked_key_goes_on_with_another(
    acme, api_of, asked, domains, keys, worked, states
):
    domains("a.com")
    answer = asked(lock("a.com"))
    keys(revoked_at=timezone.now())
    worked(answer)
    assert states(answer) == ["failed"]
    assert api_of(acme)("POST", f"batches/{answer['id']}/resume").status_code == 202
    worked(answer)
    assert states(answer) == ["done"]


def test_what_is_done_with_a_batch_is_logged(acme, inside, api, asked, domains, worked):
    domains("a.com")
    answer = asked(lock("a.com"))
    api("POST", f"batches/{answer['id']}/cancel")
    api("POST", f"batches/{answer['id']}/resume")
    worked(answer)
    with inside(acme):
        entries = LogEntry.objects.filter(object_type="batch").order_by("number")
        found = [(e.action, e.object_id == answer["id"]) for e in entries]
    verbs = ("requested", "cancelled", "resumed", "finished")
    assert found == [(f"batch.{verb}", True) for verb in verbs]


def test_what_was_asked_is_forgotten_after_a_month_and_can_not_be_resumed(
    acme, inside, api, asked, domains, items
):
    domains("a.com")
    old, new = asked(lock("a.com")), asked(lock("a.com"))
    for answer in (old, new):
        api("POST", f"batches/{answer['id']}/cancel")
    with inside(acme):
        first = Batch.objects.order_by("pk").first()
        Batch.objects.filter(pk=first.pk).update(ended_at=timezone.now() - KEPT_FOR)
    sweep_forgotten.run()
    assert [items(answer)[0].asked is None for answer in (old, new)] == [True, False]
    refused = api("POST", f"batches/{old['id']}/resume")
    assert (refused.status_code, refused.json()["code"]) == (409, "nothing_to_resume")
    assert api("POST", f"batches/{new['id']}/resume").status_code == 202


def test_time_of_the_end_is_told_by_the_pace_so_far(api, asked, domains, worked):
    names = domains(*(f"d{number:02}.com" for number in range(CHUNK + 1)))
    answer = asked(*(lock(name) for name in names), lock("nobody.com"))
    assert api("GET", f"batches/{answer['id']}").json()["finishes_at"] is None
    worked(answer, rounds=1)
    running = api("GET", f"batches/{answer['id']}").json()
    assert running["finishes_at"] > running["started_at"]
    worked(answer)
    assert api("GET", f"batches/{answer['id']}").json()["finishes_at"] is None
