"""Ending what is sent to an endpoint: the one way, for people and for the system."""

from django.utils import timezone

from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.webhooks.models import WebhookDelivery, WebhookEndpoint
from registrar.webhooks.notices import tell_of_disabling
from registrar.webhooks.states import DeliveryState, DisabledReason


def disable(*, actor: Actor, endpoint: WebhookEndpoint, reason: str) -> None:
    """Send nothing any more to a locked, enabled endpoint; what is pending is dropped and can be
    replayed later. Members are told unless one of them did it."""
    now = timezone.now()
    endpoint.disable(reason, now)
    endpoint.save(update_fields=["state", "disabled_reason", "disabled_at", "updated_at"])
    drop_pending(endpoint)
    if reason != DisabledReason.BY_HAND:
        tell_of_disabling(endpoint)
    record(
        actor=actor,
        action="webhook_endpoint.disabled",
        about=endpoint,
        label=str(endpoint),
        after={"disabled_reason": reason},
    )


def drop_pending(endpoint: WebhookEndpoint) -> int:
    """One statement, as WebhookDelivery.drop would do it: there may be thousands."""
    now = timezone.now()
    rows = WebhookDelivery.objects.filter(endpoint=endpoint, state=DeliveryState.PENDING)
    dropped: int = rows.update(
        state=DeliveryState.DROPPED, due_at=None, ended_at=now, updated_at=now
    )
    return dropped
