"""Sending again: the same event, the same id."""

import datetime as dt

import pytest
from django.utils import timezone

from registrar.errors import InvalidInput, StateConflict
from registrar.tenancy.context import acting_as
from registrar.webhooks.models import WebhookAttempt, WebhookDelivery
from registrar.webhooks.services.endpoints import disable_endpoint, enable_endpoint
from registrar.webhooks.services.replaying import replay_delivery, replay_span

pytestmark = pytest.mark.django_db

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def again(owner, endpoint):
    def replay(*states, since=-HOUR, until=HOUR):
        now = timezone.now()
        given = {"states": states} if states else {}
        with acting_as(owner):
            return replay_span(
                actor=owner,
                endpoint_id=endpoint.public_id,
                since=now + since,
                until=now + until,
                **given,
            )

    return replay


def test_delivered_event_is_sent_again_with_its_id(owner, receiver, endpoint, happen, work, log_of):
    (event,) = happen("key_a")
    work(endpoint)
    (row,) = log_of(endpoint)
    with acting_as(owner):
        replay_delivery(actor=owner, delivery_id=row.public_id)
        with pytest.raises(StateConflict) as refused:
            replay_delivery(actor=owner, delivery_id=row.public_id)
    assert refused.value.code == "still_pending"
    work(endpoint)
    assert [got.event for got in receiver.got] == [event, event]
    (row,) = log_of(endpoint)
    assert (row.state, row.attempts, row.tries) == ("delivered", 2, 1)


def test_span_is_sent_again_in_the_order_of_the_events(receiver, endpoint, happen, work, again):
    early = dt.timedelta(hours=3)
    happen("key_old", occurred_at=timezone.now() - early)
    events = happen("key_a", "key_b", "key_a")
    work(endpoint)
    receiver.got.clear()
    assert again() == 0
    assert again("delivered") == 3
    work(endpoint)
    assert sorted(got.event for got in receiver.got) == sorted(events)
    order = [got.event for got in receiver.got]
    assert order.index(events[0]) < order.index(events[2])


def test_what_was_missed_while_disabled_is_sent_by_a_replay(
    owner, receiver, endpoint, happen, work, again
):
    asked = {"actor": owner, "endpoint_id": endpoint.public_id}
    with acting_as(owner):
        disable_endpoint(**asked)
    missed = happen("key_a", "key_b")
    happen("mem_a", event_type="member.joined")  # not chosen
    with pytest.raises(StateConflict) as refused:
        again("missed")
    assert refused.value.code == "endpoint_disabled"
    with acting_as(owner):
        enable_endpoint(**asked)
    on_its_way = happen("key_c")
    assert again("missed") == 2
    assert again("missed") == 0
    work(endpoint)
    assert sorted(got.event for got in receiver.got) == sorted([*missed, *on_its_way])


def test_what_failed_and_what_was_dropped_is_meant_where_nothing_is_said(
    acme, inside, receiver, endpoint, happen, work, again
):
    events = happen("key_a", "key_b", "key_c")
    work(endpoint)
    with inside(acme):
        rows = WebhookDelivery.objects.order_by("sequence")
        for row, state in zip(rows, ["failed", "dropped", "delivered"], strict=True):
            WebhookDelivery.objects.filter(pk=row.pk).update(state=state)
    receiver.got.clear()
    assert again() == 2
    work(endpoint)
    assert sorted(got.event for got in receiver.got) == sorted(events[:2])


def test_span_is_counted_with_what_was_missed(
    monkeypatch, acme, inside, endpoint, happen, work, again
):
    monkeypatch.setattr("registrar.webhooks.services.replaying.MOST_AT_ONCE", 2)
    happen("key_a", "key_b", "key_c")
    work(endpoint)
    with inside(acme):
        first = WebhookDelivery.objects.order_by("sequence").first()
        WebhookAttempt.objects.filter(delivery=first).delete()
        first.delete()
    with pytest.raises(InvalidInput):
        again("delivered", "missed")
    assert again("missed") == 1


def test_span_that_is_none_is_refused(again):
    with pytest.raises(InvalidInput):
        again(since=HOUR, until=HOUR)


def test_span_that_is_too_large_is_refused(monkeypatch, endpoint, happen, work, again):
    monkeypatch.setattr("registrar.webhooks.services.replaying.MOST_AT_ONCE", 1)
    happen("key_a", "key_b")
    work(endpoint)
    with pytest.raises(InvalidInput) as refused:
        again("delivered")
    assert [error.code for error in refused.value.errors] == ["too_many"]
