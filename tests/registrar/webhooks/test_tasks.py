"""Nothing is lost: what nobody was woken for is found by a sweep."""

import datetime as dt

import pytest
from django.utils import timezone

from registrar.webhooks.models import WebhookAttempt, WebhookDelivery, WebhookEndpoint
from registrar.webhooks.services.endpoints import delete_endpoint
from registrar.webhooks.tasks import sweep_webhook_log, sweep_webhooks, wake_endpoints
from registrar.webhooks.work import has_work
from tests.registrar.webhooks.receiver import status

pytestmark = pytest.mark.django_db


def test_sweep_sends_what_nobody_was_woken_for(acme, globex, receiver, endpoint_at, happen, later):
    endpoint_at(acme, receiver)
    endpoint_at(globex, receiver)
    receiver.answers = [status(500)]
    (mine,) = happen("key_a")
    sweep_webhooks()
    (theirs,) = happen("key_b", account=globex)
    later(hours=1)
    sweep_webhooks()
    assert [got.event for got in receiver.got][:1] == [mine]
    assert sorted(got.event for got in receiver.got) == sorted([mine, mine, theirs])
    sweep_webhooks()
    assert len(receiver.got) == 3


def test_waking_an_account_works_on_its_endpoints_only(acme, globex, receiver, endpoint_at, happen):
    endpoint_at(acme, receiver)
    endpoint_at(globex, receiver)
    happen("key_a", account=globex)
    wake_endpoints(acme.pk)
    assert receiver.got == []
    wake_endpoints(globex.pk)
    assert len(receiver.got) == 1


def test_receiver_that_is_down_is_left_alone_until_its_next_attempt(
    receiver, endpoint, happen, work, later, inside, acme, monkeypatch
):
    woken = []
    monkeypatch.setattr("registrar.webhooks.tasks.hurry", lambda *asked: woken.append(asked))
    receiver.answers = [status(500)]
    # What waits behind the first is due, and yet nothing to be woken for.
    happen("key_a", "key_a", "key_a")
    work(endpoint)
    with inside(acme):
        assert not has_work(endpoint.pk)
    sweep_webhooks()
    assert woken == []
    later(hours=1)
    sweep_webhooks()
    assert len(woken) == 1


def test_sweep_asks_a_constant_number_of_queries(
    acme, receiver, endpoint_at, happen, django_assert_max_num_queries, monkeypatch
):
    monkeypatch.setattr("registrar.webhooks.tasks.hurry", lambda *_asked: None)
    for _n in range(3):
        endpoint_at(acme, receiver)
        happen("key_a")
        with django_assert_max_num_queries(5):
            sweep_webhooks()


def test_log_is_kept_for_thirty_days(acme, inside, endpoint, happen, work, log_of):
    happen("key_a", "key_b", "key_c")
    work(endpoint)
    old = timezone.now() - dt.timedelta(days=30, minutes=1)
    with inside(acme):
        rows = WebhookDelivery.objects.exclude(object_id="key_a")
        rows.update(created_at=old)
        rows.filter(object_id="key_b").update(state="pending", due_at=old)
    sweep_webhook_log()
    assert [row.object_id for row in log_of(endpoint)] == ["key_a", "key_b"]
    with inside(acme):
        assert WebhookAttempt.objects.count() == 2


def test_deleted_endpoint_goes_with_the_last_of_its_deliveries(
    acme, inside, endpoint, happen, work
):
    happen("key_a")
    work(endpoint)
    with inside(acme) as actor:
        delete_endpoint(actor=actor, endpoint_id=endpoint.public_id)
    sweep_webhook_log()
    with inside(acme):
        assert WebhookEndpoint.objects.count() == 1
        WebhookDelivery.objects.update(created_at=timezone.now() - dt.timedelta(days=31))
    sweep_webhook_log()
    with inside(acme):
        assert WebhookEndpoint.objects.count() == 0
