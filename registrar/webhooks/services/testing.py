"""A test: one event that means nothing, sent once."""

from django.utils import timezone

from registrar import public_ids
from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.jobs import hurry_on_commit
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.webhooks.following import EVENT_PREFIX, envelope
from registrar.webhooks.models import WebhookDelivery
from registrar.webhooks.models.delivery import PING
from registrar.webhooks.tasks import work_on_endpoint

from .locking import lock_endpoint


def send_test(*, actor: Actor, endpoint_id: str) -> WebhookDelivery:
    """Send a `ping` to an endpoint, disabled ones too: whoever mends a receiver tries it before
    enabling it. One attempt; what comes of it says nothing for or against the endpoint."""
    require(actor, Permission.WEBHOOKS_WRITE)
    endpoint = lock_endpoint(endpoint_id)
    now = timezone.now()
    event_id = public_ids.encode(EVENT_PREFIX, public_ids.new_uuid())
    delivery = WebhookDelivery.objects.create(
        account_id=endpoint.account_id,
        endpoint=endpoint,
        event_id=event_id,
        event_type=PING,
        sequence=0,
        object_type="webhook_endpoint",
        object_id=endpoint.public_id,
        occurred_at=now,
        body=envelope(
            event_id=event_id,
            event_type=PING,
            account=endpoint.account.public_id,
            occurred_at=now,
            data={"webhook_endpoint": endpoint.public_id},
        ),
        due_at=now,
    )
    record(actor=actor, action="webhook_endpoint.tested", about=endpoint, label=str(endpoint))
    hurry_on_commit(work_on_endpoint, endpoint.account_id, endpoint.pk)
    return delivery
