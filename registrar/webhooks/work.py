"""Which endpoints have something to do. Called inside the fence, or by staff for all accounts."""

import datetime as dt

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from .following import events_beyond
from .models import WebhookEndpoint
from .services.taking import due_deliveries
from .states import EndpointState

_AT_ONCE = 500


def endpoints_with_work(
    now: dt.datetime, *, account_id: int | None = None
) -> list[tuple[int, int]]:
    """Account and key of endpoints that nobody works on and that have events to follow or
    deliveries due, those that waited longest first."""
    rows = _with_work(now)
    if account_id is not None:
        rows = rows.filter(account_id=account_id)
    return list(rows.order_by("updated_at").values_list("account_id", "pk")[:_AT_ONCE])


def has_work(endpoint_id: int) -> bool:
    return _with_work(timezone.now()).filter(pk=endpoint_id).exists()


def _with_work(now: dt.datetime) -> QuerySet[WebhookEndpoint]:
    free = Q(leased_until__isnull=True) | Q(leased_until__lt=now)
    # The very rule of what is taken: what waits behind an earlier one of its object is no work,
    # else a worker whose receiver is down would be woken again at once, for ever.
    due = due_deliveries(now).filter(endpoint=OuterRef("pk"))
    follows = Q(state=EndpointState.ENABLED) & Exists(events_beyond(OuterRef("cursor")))
    rows: QuerySet[WebhookEndpoint] = WebhookEndpoint.objects.exclude(state=EndpointState.DELETED)
    return rows.filter(free).filter(Exists(due) | follows)
