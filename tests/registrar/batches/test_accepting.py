"""Accepting: everything cheap is said at once, the rest waits its turn."""

import json

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from domains.models import Operation
from registrar.accounts.permissions import Role
from registrar.accounts.step_up import StepUpRequired
from registrar.batches.models import Batch
from registrar.batches.services.accepting import accept_batch
from registrar.errors import NotPermitted
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as

from .conftest import change, lock

pytestmark = pytest.mark.django_db


def test_few_items_are_carried_out_within_the_request(api, domains, template):
    domains("a.com", "b.com")
    body = {"items": [change("a.com", template), lock("b.com")]}
    answer = api("POST", "operations", body).json()
    assert answer["state"] == "done"
    assert answer["counts"] == {
        "total": 2,
        "waiting": 0,
        "done": 2,
        "refused": 0,
        "failed": 0,
        "cancelled": 0,
    }
    assert answer["expected_on"] == answer["items"][0]["expected_on"] is not None
    for index, item in enumerate(answer["items"]):
        assert (item["index"], item["item_state"], item["problem"]) == (index, "done", None)
        assert item["state"] == "submitted"
        assert item["batch"] == answer["id"]
        alone = api("GET", f"operations/{item['id']}").json()
        assert {name: item[name] for name in alone} == alone


def test_many_items_wait_their_turn(asked, domains, template, operations_of, items):
    domains("a.com")
    answer = asked(change("a.com", template))
    assert (answer["state"], answer["counts"]["waiting"]) == ("running", 1)
    [item] = answer["items"]
    assert (item["id"], item["state"], item["item_state"]) == (None, "waiting", "waiting")
    assert (item["operation"], item["domain"]) == ("change_registrant", "a.com")
    assert operations_of() == []


def test_what_was_asked_lies_sealed_and_is_gone_when_it_is_done(
    acme, inside, asked, domains, worked, items
):
    domains("a.com")
    contact = {"email": "geheim@acme.example"}
    answer = asked({"operation": "edit_contacts", "domain": "a.com", "contact": contact})
    with inside(acme), connection.cursor() as cursor:
        cursor.execute("SELECT batches_batchitem::text FROM batches_batchitem")
        assert "geheim" not in str(cursor.fetchall())
    assert json.loads(items(answer)[0].asked)["contact"] == contact
    worked(answer)
    assert (items(answer)[0].state, items(answer)[0].asked) == ("done", None)


@pytest.mark.parametrize(
    ("item", "status", "code", "field"),
    [
        ({}, 400, "required", "operation"),
        ({"operation": "fly", "domain": "a.com"}, 400, "invalid_choice", "operation"),
        (lock("a.com") | {"colour": "red"}, 400, "unknown_field", "colour"),
        (lock("nobody.com"), 404, "not_found", "domain"),
        (lock("no name"), 404, "not_found", "domain"),
        (lock("a.com") | {"contact": {}}, 400, "unknown_field", "contact"),
        ({"operation": "change_registrant", "domain": "a.com"}, 400, "required", "template"),
        (
            {"operation": "change_registrant", "domain": "a.com", "template": "tpl_x"},
            404,
            "not_found",
            "template",
        ),
    ],
)
def test_item_that_can_not_be_right_is_refused_at_once(
    asked, domains, states, item, status, code, field
):
    domains("a.com", "b.com")
    answer = asked(item, lock("b.com"))
    refused, waits = answer["items"]
    assert (refused["item_state"], refused["state"], refused["id"]) == ("refused", None, None)
    assert refused["problem"]["status"] == status
    assert (code, field) in [(e["code"], e["field"]) for e in refused["problem"]["errors"]]
    assert refused["problem"]["request_id"]
    assert waits["item_state"] == "waiting"


def test_batch_of_which_nothing_can_be_carried_out_is_done_at_once(asked, acme, inside):
    answer = asked(lock("nobody.com"))
    assert (answer["state"], answer["counts"]["refused"]) == ("done", 1)
    with inside(acme):
        entries = LogEntry.objects.filter(action__startswith="batch.").order_by("number")
        assert [(e.action, e.after.get("refused")) for e in entries] == [
            ("batch.requested", 1),
            ("batch.finished", 1),
        ]


def test_key_without_the_scope_is_refused_what_needs_it_at_once(
    acme, api_of, all_wait, domains, template
):
    domains("a.com", "b.com")
    api = api_of(acme, scopes=("operations:write", "operations:read"))
    items = [change("a.com", template), lock("b.com")]
    found = api("POST", "operations", {"items": items}).json()["items"]
    assert (found[0]["item_state"], found[0]["problem"]["code"]) == ("refused", "scope_missing")
    assert found[0]["problem"]["scope"] == "sensitive"
    assert found[1]["item_state"] == "waiting"


def test_person_proves_who_they_are_once_for_the_whole_batch(
    acme, alice, actor_of, enter_code, all_wait, domains, template
):
    domains("a.com")
    actor, given = actor_of(acme, alice, Role.OWNER), [change("a.com", template)]
    with pytest.raises(StepUpRequired), acting_as(actor):
        accept_batch(actor=actor, kind="operations", given=given)
    enter_code(alice, "change_registrant")
    with acting_as(actor):
        batch = accept_batch(actor=actor, kind="operations", given=given)
    assert batch.purposes == ["change_registrant"]


def test_viewer_may_not_ask_for_a_batch(acme, vera, actor_of, domains):
    domains("a.com")
    actor = actor_of(acme, vera, Role.VIEWER)
    with pytest.raises(NotPermitted), acting_as(actor):
        accept_batch(actor=actor, kind="operations", given=[lock("a.com")])


def test_accepting_takes_as_many_queries_for_thirty_as_for_three(api, all_wait, domains, template):
    names = domains(*(f"d{number}.com" for number in range(30)))
    counts = []
    for some in (names[:3], names):
        body = {"items": [change(name, template) for name in some]}
        with CaptureQueriesContext(connection) as queries:
            assert api("POST", "operations", body).json()["counts"]["waiting"] == len(some)
        counts.append(len(queries))
    # The key notes its use once a minute: the first request has three more.
    assert counts[1] <= counts[0] <= 30


def test_nothing_stays_of_what_an_outer_transaction_takes_back(acme, inside, domains, template):
    domains("a.com")
    with inside(acme) as actor:
        accept_batch(actor=actor, kind="operations", given=[change("a.com", template)])
        transaction.set_rollback(True)
    with inside(acme):
        assert not Batch.objects.exists()
        assert not Operation.objects.exists()
