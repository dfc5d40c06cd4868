"""A test: one event that means nothing, sent once."""

from django.utils import timezone

from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.events.models import Event
from registrar.jobs import hurry_on_commit
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.webhooks.models import WebhookDelivery
from registrar.webhooks.models.delivery import PING
from registrar.webhooks.tasks import work_on_endpoint

from .fanning_out import delivery_of
from .locking import lock_endpoint


def send_test(*, actor: Actor, endpoint_id: str) -> WebhookDelivery:
    """Send a `ping` to an endpoint, disabled ones too: whoever mends a receiver tries it before
    enabling it. One attempt; what comes of it says nothing for or against the endpoint."""
    require(actor, Permission.WEBHOOKS_WRITE)
    endpoint = lock_endpoint(endpoint_id)
    ping = Event(
        account=endpoint.account,
        number=0,
        type=PING,
        occurred_at=timezone.now(),
        object_type="webhook_endpoint",
        object_id=endpoint.public_id,
        actor_kind=actor.kind.value,
        data={},
    )
    delivery = delivery_of(endpoint, ping)
    delivery.save()
    record(actor=actor, action="webhook_endpoint.tested", about=endpoint, label=str(endpoint))
    hurry_on_commit(work_on_endpoint, endpoint.account_id, endpoint.pk)
    return delivery
