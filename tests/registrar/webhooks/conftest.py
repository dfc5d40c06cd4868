"""Endpoints of acme at real receivers, events as they come, and a worker that is called by hand."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.utils import timezone

from registrar.accounts.models import Account
from registrar.events.models import Event
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as
from registrar.webhooks.models import WebhookDelivery, WebhookEndpoint
from registrar.webhooks.schedule import pause_after
from registrar.webhooks.services.endpoints import create_endpoint
from registrar.webhooks.tasks import work_on_endpoint
from tests.registrar.webhooks.receiver import Receiver, receiving


@pytest.fixture(autouse=True)
def receivers_here_are_allowed(settings) -> None:
    settings.WEBHOOK_ALLOWED_NETWORKS = ["127.0.0.0/8"]


@pytest.fixture(autouse=True)
def pauses_outlast_a_test(monkeypatch) -> None:
    """The first pause is five seconds: on a busy machine it would end while a test looks."""

    def longer(attempts: int, **asked: Any) -> dt.timedelta:
        return max(pause_after(attempts, **asked), dt.timedelta(minutes=4))

    monkeypatch.setattr("registrar.webhooks.services.noting.pause_after", longer)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as told:
        yield told


@pytest.fixture
def endpoint_at() -> Callable[..., WebhookEndpoint]:
    """`endpoint_at(acme, receiver)`; outside of the fence."""

    def make(account: Account, receiver: Receiver, *types: str) -> WebhookEndpoint:
        with acting_as(system_actor(account.pk)) as actor:
            return create_endpoint(actor=actor, url=receiver.url, event_types=types or ["*"])

    return make


@pytest.fixture
def endpoint(acme, receiver, endpoint_at) -> WebhookEndpoint:
    return endpoint_at(acme, receiver, "api_key.*", "account.renamed")


@pytest.fixture
def happen(acme) -> Callable[..., list[str]]:
    """`happen("key_a", "key_b")` - an event about each; returns their public ids."""

    def write(
        *objects: str, event_type: str = "api_key.created", account: Account = acme, **fields: Any
    ) -> list[str]:
        with acting_as(system_actor(account.pk)):
            number = Event.objects.count()
            values: dict[str, Any] = {
                "type": event_type,
                "occurred_at": timezone.now(),
                "object_type": event_type.partition(".")[0],
                "actor_kind": "system",
            }
            rows = [
                Event.objects.create(
                    account=account, number=number + n, object_id=name, **(values | fields)
                )
                for n, name in enumerate(objects, start=1)
            ]
            return [row.public_id for row in rows]

    return write


@pytest.fixture
def work() -> Callable[[WebhookEndpoint], None]:
    """What a worker does when it is woken."""
    return lambda endpoint: work_on_endpoint(endpoint.account_id, endpoint.pk)


@pytest.fixture
def later(acme: Account) -> Callable[..., None]:
    """`later(hours=1)`: everything that waits has waited so much longer."""

    def shift(account: Account = acme, **span: float) -> None:
        past = timezone.now() - dt.timedelta(seconds=1)
        by = dt.timedelta(**span)
        with acting_as(system_actor(account.pk)):
            for row in WebhookDelivery.objects.filter(due_at__isnull=False):
                row.due_at -= by
                row.save(update_fields=["due_at"])
            rows = WebhookEndpoint.objects.filter(account=account)
            rows.filter(leased_until__isnull=False).update(leased_until=past)

    return shift


@pytest.fixture
def log_of() -> Callable[[WebhookEndpoint], list[WebhookDelivery]]:
    """The deliveries of an endpoint, in the order of the events."""

    def read(endpoint: WebhookEndpoint) -> list[WebhookDelivery]:
        with acting_as(system_actor(endpoint.account_id)):
            return list(
                WebhookDelivery.objects.filter(endpoint=endpoint).order_by("sequence", "pk")
            )

    return read


@pytest.fixture
def fresh() -> Callable[[WebhookEndpoint], WebhookEndpoint]:
    """The endpoint's row as it is now."""

    def read(endpoint: WebhookEndpoint) -> WebhookEndpoint:
        with acting_as(system_actor(endpoint.account_id)):
            return WebhookEndpoint.objects.select_related("account").get(pk=endpoint.pk)

    return read
