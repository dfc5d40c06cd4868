"""How long deliveries are kept."""

import datetime as dt

from .models import WebhookAttempt, WebhookDelivery, WebhookEndpoint
from .states import DeliveryState, EndpointState

KEPT_FOR = dt.timedelta(days=30)
_AT_ONCE = 1000


def remove_old(now: dt.datetime) -> int:
    """Remove up to 1000 deliveries that began 30 days ago and have ended, with their attempts, and
    deleted endpoints that have none left. Returns how many deliveries went. Inside the fence, as
    staff: of all accounts."""
    old = WebhookDelivery.objects.filter(created_at__lt=now - KEPT_FOR)
    old = old.exclude(state=DeliveryState.PENDING).order_by("created_at")
    ids = list(old.values_list("pk", flat=True)[:_AT_ONCE])
    if ids:
        WebhookAttempt.objects.filter(delivery__in=ids).delete()
        WebhookDelivery.objects.filter(pk__in=ids).delete()
    gone = WebhookEndpoint.objects.filter(state=EndpointState.DELETED, deliveries__isnull=True)
    gone.delete()
    return len(ids)
