"""From an event to a receiver on a real socket."""

import datetime as dt
import json

import pytest
from django.utils import timezone
from standardwebhooks import Webhook

from registrar.accounts.services.profile import rename_account
from registrar.jobs import lease_length
from registrar.tenancy.context import acting_as
from registrar.webhooks.models import WebhookAttempt
from registrar.webhooks.services.fanning_out import fan_out
from registrar.webhooks.services.taking import take_batch
from tests.registrar.webhooks.receiver import status

pytestmark = pytest.mark.django_db


def test_change_is_sent_signed_as_the_event_that_stands_for_it(
    owner, receiver, endpoint, fresh, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True), acting_as(owner):
        rename_account(actor=owner, name="新名")
    (got,) = receiver.got
    told = Webhook(fresh(endpoint).secret).verify(got.body, got.headers)
    assert told["type"] == "account.renamed"
    assert told["id"] == got.event
    assert told["account"] == fresh(endpoint).account.public_id
    assert dt.datetime.fromisoformat(told["timestamp"]) <= timezone.now()
    assert "新名" not in got.body
    assert got.headers["content-type"] == "application/json"


def test_only_chosen_events_of_the_own_account_from_then_on_are_sent(
    acme, globex, receiver, endpoint_at, happen, work, log_of
):
    happen("key_before")
    endpoint = endpoint_at(acme, receiver, "api_key.created")
    (chosen,) = happen("key_a")
    happen("mem_a", event_type="member.joined")
    happen("key_theirs", account=globex)
    work(endpoint)
    assert [got.event for got in receiver.got] == [chosen]
    work(endpoint)
    assert [row.state for row in log_of(endpoint)] == ["delivered"]


def test_attempt_is_kept_with_request_and_answer(
    acme, inside, receiver, endpoint, happen, work, log_of, fresh
):
    receiver.answers = [status(200, b'{"ok": true}', X_Trace="7")]
    happen("key_a")
    work(endpoint)
    (row,) = log_of(endpoint)
    with inside(acme):
        (attempt,) = WebhookAttempt.objects.filter(delivery=row)
    assert attempt.request_headers["webhook-id"] == row.event_id
    assert (attempt.status, attempt.trouble) == (200, "")
    assert attempt.response_body == '{"ok": true}'
    assert attempt.response_headers["x-trace"] == "7"
    assert fresh(endpoint).secret not in json.dumps(attempt.request_headers) + row.body


def test_event_is_sent_again_until_it_is_taken_with_the_same_id(
    receiver, endpoint, happen, work, later, log_of, fresh
):
    receiver.answers = [status(500), status(301, Location="/elsewhere"), status(404)]
    (event,) = happen("key_a")
    for pause in ({"minutes": 5}, {"minutes": 7}, {"hours": 1}):
        work(endpoint)
        work(endpoint)  # nothing is due yet
        later(**pause)
    assert fresh(endpoint).failing_since is not None
    work(endpoint)
    assert {got.event for got in receiver.got} == {event}
    assert {got.body for got in receiver.got} == {receiver.got[0].body}
    (row,) = log_of(endpoint)
    assert (row.state, row.attempts, row.last_status) == ("delivered", 4, 204)
    assert fresh(endpoint).failing_since is None


def test_later_event_of_an_object_waits_for_the_earlier_one_and_others_do_not(
    receiver, endpoint, happen, work, later
):
    first, other, second = happen("key_a", "key_b", "key_a")
    refused = {first}

    def refuse(handler):
        # By its id: the two come side by side.
        status(500 if handler.headers["webhook-id"] in refused else 204)(handler)

    receiver.handle = refuse
    work(endpoint)
    assert {got.event for got in receiver.got} == {first, other}
    refused.clear()
    later(minutes=5)
    work(endpoint)
    assert [got.event for got in receiver.got][2:] == [first, second]


def test_many_events_of_one_object_arrive_in_their_order(receiver, endpoint, happen, work):
    events = happen(*["key_a"] * 12)
    work(endpoint)
    assert [got.event for got in receiver.got] == events


def test_object_goes_on_after_an_event_was_given_up(
    receiver, endpoint, happen, work, later, log_of
):
    receiver.answers = [status(500)] * 8
    first, second = happen("key_a", "key_a")
    for _attempt in range(8):
        work(endpoint)
        later(hours=13)
    work(endpoint)
    assert [got.event for got in receiver.got] == [first] * 8 + [second]
    assert [row.state for row in log_of(endpoint)] == ["failed", "delivered"]


def test_worker_that_dies_after_sending_costs_a_second_request_with_the_same_id(
    acme, inside, receiver, endpoint, happen, work, later, log_of, monkeypatch
):
    def die(**_told):
        raise KeyboardInterrupt

    (event,) = happen("key_a")
    with monkeypatch.context() as patch:
        patch.setattr("registrar.webhooks.tasks.note_answers", die)
        patch.setattr("registrar.webhooks.tasks.release_endpoint", lambda **_asked: None)
        with pytest.raises(KeyboardInterrupt):
            work(endpoint)
    work(endpoint)
    assert len(receiver.got) == 1  # its lease holds
    later(seconds=lease_length().total_seconds() + 1)
    work(endpoint)
    assert [got.event for got in receiver.got] == [event, event]
    (row,) = log_of(endpoint)
    assert (row.state, row.attempts) == ("delivered", 2)
    with inside(acme):
        troubles = WebhookAttempt.objects.order_by("number").values_list("trouble", flat=True)
        assert list(troubles) == ["under_way", ""]


def test_endpoint_that_a_worker_has_is_left_to_it(acme, receiver, endpoint, happen, work, inside):
    happen("key_a")
    with inside(acme):
        endpoint.leased_until = timezone.now() + dt.timedelta(minutes=1)
        endpoint.save(update_fields=["leased_until"])
    work(endpoint)
    assert receiver.got == []


def test_delivery_that_is_under_way_is_taken_by_nobody_else(acme, endpoint, happen, inside):
    happen("key_a", "key_a")
    with inside(acme):
        fan_out(endpoint_id=endpoint.pk)
        assert len(take_batch(endpoint_id=endpoint.pk)) == 1
        assert take_batch(endpoint_id=endpoint.pk) == []
