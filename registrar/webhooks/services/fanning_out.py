"""From events to deliveries: an endpoint follows the account's events by number.

Nothing is written in the transaction of a change but its event: whatever is lost on the way from
there (a message, a worker) costs time, because the cursor says what is still to be done.
"""

from collections.abc import Iterable

from django.utils import timezone

from registrar.events.models import Event
from registrar.webhooks.following import envelope_of, events_after
from registrar.webhooks.models import WebhookDelivery, WebhookEndpoint
from registrar.webhooks.subscriptions import is_chosen

from .locking import lock_by_pk

AT_ONCE = 500


def fan_out(*, endpoint_id: int) -> bool:
    """Make the deliveries of the next events, in their order, and move the cursor. True when
    there may be more; NotFound when the endpoint is deleted."""
    endpoint = lock_by_pk(endpoint_id)
    if not endpoint.enabled:
        return False
    events = events_after(endpoint.account_id, endpoint.cursor, limit=AT_ONCE)
    if not events:
        return False
    add_deliveries(endpoint, [e for e in events if is_chosen(e.type, endpoint.event_types)])
    endpoint.cursor = events[-1].pk
    endpoint.save(update_fields=["cursor"])
    return len(events) == AT_ONCE


def add_deliveries(endpoint: WebhookEndpoint, events: Iterable[Event]) -> int:
    """One delivery each, due now; events that have one already are left alone. Returns how many
    are new."""
    rows = [delivery_of(endpoint, event) for event in events]
    WebhookDelivery.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
    return WebhookDelivery.objects.filter(uid__in=[row.uid for row in rows]).count() if rows else 0


def delivery_of(endpoint: WebhookEndpoint, event: Event) -> WebhookDelivery:
    """A delivery that is due now; not saved yet. An event that is none of the account's, a test,
    has no place in the order."""
    return WebhookDelivery(
        account_id=endpoint.account_id,
        endpoint=endpoint,
        event_id=event.public_id,
        event_type=event.type,
        sequence=event.pk or 0,
        object_type=event.object_type,
        object_id=event.object_id,
        occurred_at=event.occurred_at,
        body=envelope_of(event),
        due_at=timezone.now(),
    )
