"""What follows when a receiver does not take its events."""

import datetime as dt

import pytest
from django.utils import timezone

from registrar.notices.models import Notice
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from registrar.webhooks.models import WebhookDelivery, WebhookEndpoint
from registrar.webhooks.services.testing import send_test
from tests.registrar.webhooks.receiver import status

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(acme, alice, inside):
    """`told()`: the kinds of notices that Alice has."""

    def read():
        with inside(acme):
            return list(Notice.objects.order_by("pk").values_list("kind", flat=True))

    return read


def failing_for(acme, inside, **span):
    with inside(acme):
        WebhookEndpoint.objects.update(failing_since=timezone.now() - dt.timedelta(**span))


def test_members_are_told_once_a_day_of_what_was_given_up(
    receiver, endpoint, happen, work, later, told, acme, inside
):
    receiver.handle = status(500)
    happen("key_a", "key_b")
    work(endpoint)
    with inside(acme):
        WebhookDelivery.objects.update(tries=7)
    later(hours=1)
    work(endpoint)
    assert told() == ["webhook.gave_up"]
    happen("key_c")
    work(endpoint)
    with inside(acme):
        WebhookDelivery.objects.filter(object_id="key_c").update(tries=7)
    later(hours=1)
    work(endpoint)
    assert told() == ["webhook.gave_up"]


def test_endpoint_that_has_failed_for_five_days_is_disabled(
    receiver, endpoint, happen, work, later, told, acme, inside, fresh, log_of
):
    receiver.handle = status(503)
    happen("key_a")
    failing_for(acme, inside, days=4, hours=23)
    work(endpoint)
    assert fresh(endpoint).enabled
    failing_for(acme, inside, days=5)
    later(hours=1)
    work(endpoint)
    assert (fresh(endpoint).state, fresh(endpoint).disabled_reason) == ("disabled", "failing")
    assert [row.state for row in log_of(endpoint)] == ["dropped"]
    assert told() == ["webhook.disabled"]
    with inside(acme):
        entry = LogEntry.objects.order_by("number").last()
    assert (entry.action, entry.actor_kind) == ("webhook_endpoint.disabled", "system")
    assert entry.after == {"disabled_reason": "failing"}


def test_success_ends_the_failing(receiver, endpoint, happen, work, acme, inside, fresh):
    receiver.answers = [status(200), status(500)]
    failing_for(acme, inside, days=9)
    happen("key_a", "key_b")
    work(endpoint)
    assert fresh(endpoint).enabled
    assert fresh(endpoint).failing_since is None


def test_test_that_is_taken_says_nothing_for_an_endpoint(
    owner, endpoint, work, acme, inside, fresh
):
    failing_for(acme, inside, days=4)
    with acting_as(owner):
        send_test(actor=owner, endpoint_id=endpoint.public_id)
    work(endpoint)
    assert fresh(endpoint).failing_since is not None


def test_endpoint_that_is_gone_is_disabled_at_once(
    receiver, endpoint, happen, work, told, fresh, log_of
):
    receiver.handle = status(410)
    happen("key_a")
    work(endpoint)
    assert (fresh(endpoint).state, fresh(endpoint).disabled_reason) == ("disabled", "gone")
    assert [(row.state, row.last_status) for row in log_of(endpoint)] == [("dropped", 410)]
    assert told() == ["webhook.gone"]


def test_receiver_that_asks_for_time_is_given_it(receiver, endpoint, happen, work, log_of):
    receiver.answers = [status(429, Retry_After="600")]
    happen("key_a")
    before = timezone.now()
    work(endpoint)
    (row,) = log_of(endpoint)
    assert row.due_at >= before + dt.timedelta(seconds=600)


@pytest.mark.parametrize("text", ["-1", "soon", "Wed, 21 Oct 2026 07:28:00 GMT", "9" * 300])
def test_retry_after_that_is_no_number_of_seconds_does_no_harm(
    receiver, endpoint, happen, work, log_of, text
):
    receiver.answers = [status(503, Retry_After=text)]
    happen("key_a")
    work(endpoint)
    (row,) = log_of(endpoint)
    assert row.due_at <= timezone.now() + dt.timedelta(hours=2)


def test_answer_that_comes_after_the_endpoint_was_disabled_is_kept(
    receiver, endpoint, happen, work, acme, inside, log_of
):
    def switched_off_meanwhile(handler):
        status(200)(handler)

    happen("key_a")
    receiver.handle = switched_off_meanwhile
    work(endpoint)
    assert [row.state for row in log_of(endpoint)] == ["delivered"]
