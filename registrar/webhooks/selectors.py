"""What pages and API read of webhooks. Called inside the fence."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from registrar.tenancy.lookups import find_by_public_id

from .models import WebhookAttempt, WebhookDelivery, WebhookEndpoint
from .states import EndpointState

NEWEST = ("-id",)


@dataclass(frozen=True, slots=True)
class DeliveryFilter:
    """`since` inclusive, `until` exclusive: when the event occurred."""

    endpoint: str = ""
    states: Sequence[str] = ()
    event_types: Sequence[str] = ()
    object_id: str = ""
    since: dt.datetime | None = None
    until: dt.datetime | None = None


def endpoints() -> QuerySet[WebhookEndpoint]:
    return WebhookEndpoint.objects.exclude(state=EndpointState.DELETED)


def get_endpoint(public_id: str) -> WebhookEndpoint:
    """NotFound for a deleted one too."""
    return find_by_public_id(endpoints(), public_id)


def deliveries(wanted: DeliveryFilter | None = None) -> QuerySet[WebhookDelivery]:
    """Deliveries to endpoints that are there, with these; order and page them with NEWEST.
    NotFound where the filter names an endpoint that is not."""
    rows = WebhookDelivery.objects.select_related("endpoint")
    wanted = wanted or DeliveryFilter()
    if wanted.endpoint:
        rows = rows.filter(endpoint=get_endpoint(wanted.endpoint))
    else:
        rows = rows.exclude(endpoint__state=EndpointState.DELETED)
    same = {
        "state__in": wanted.states,
        "event_type__in": wanted.event_types,
        "object_id": wanted.object_id,
        "occurred_at__gte": wanted.since,
        "occurred_at__lt": wanted.until,
    }
    return rows.filter(**{name: value for name, value in same.items() if value})


def get_delivery(public_id: str) -> WebhookDelivery:
    return find_by_public_id(deliveries(), public_id)


def attempts_of(delivery: WebhookDelivery) -> QuerySet[WebhookAttempt]:
    """The newest first."""
    return WebhookAttempt.objects.filter(delivery=delivery).order_by("-number")
