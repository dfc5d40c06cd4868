"""Taking what is due: which deliveries a worker sends next, and what it sends."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from registrar.jobs import lease_until
from registrar.webhooks.models import WebhookAttempt, WebhookDelivery, WebhookEndpoint
from registrar.webhooks.sending import Letter
from registrar.webhooks.signing import signature_headers
from registrar.webhooks.states import DeliveryState
from registrar.webhooks.troubles import Trouble

# Sent side by side: a receiver that takes its time gets more than one a second.
AT_ONCE = 8
_USER_AGENT = "Zhengming-Webhooks/1.0"


@dataclass(frozen=True, slots=True)
class Parcel:
    """One attempt that is about to be made."""

    delivery_id: int
    attempt_id: int
    number: int
    letter: Letter


def take_endpoint(*, endpoint_id: int) -> bool:
    """Whether the endpoint is this worker's for a while: it is there, and no other's."""
    now = timezone.now()
    free = Q(leased_until__isnull=True) | Q(leased_until__lt=now)
    rows = WebhookEndpoint.objects.filter(free, pk=endpoint_id, secret__isnull=False)
    return bool(rows.update(leased_until=lease_until()))


def release_endpoint(*, endpoint_id: int) -> None:
    WebhookEndpoint.objects.filter(pk=endpoint_id).update(leased_until=None)


def due_deliveries(now: dt.datetime) -> QuerySet[WebhookDelivery]:
    """What may be sent: due, and nothing earlier about the same object is pending."""
    pending = WebhookDelivery.objects.filter(state=DeliveryState.PENDING)
    earlier = pending.filter(
        endpoint=OuterRef("endpoint"),
        object_id=OuterRef("object_id"),
        sequence__lt=OuterRef("sequence"),
    )
    rows: QuerySet[WebhookDelivery] = pending.filter(due_at__lte=now)
    return rows.exclude(Exists(earlier))


def take_batch(*, endpoint_id: int, limit: int = AT_ONCE) -> list[Parcel]:
    """Take up to `limit` deliveries, of different objects, for as long as a task may run; each
    has its attempt written down. They are to be sent outside of the transaction.

    Whoever dies with them costs time: the lease ends, and they are sent again.
    """
    now = timezone.now()
    endpoint = WebhookEndpoint.objects.filter(pk=endpoint_id, secret__isnull=False).first()
    if endpoint is None:
        return []
    due = due_deliveries(now).filter(endpoint=endpoint).order_by("sequence", "pk")
    taken = list(due.select_for_update(of=("self",), skip_locked=True)[:limit])
    for row in taken:
        row.due_at = lease_until()
        row.tries += 1
        row.attempts += 1
    WebhookDelivery.objects.bulk_update(taken, ["due_at", "tries", "attempts"])
    attempts = WebhookAttempt.objects.bulk_create(_attempt(endpoint, row, now) for row in taken)
    return [
        Parcel(
            delivery_id=row.pk,
            attempt_id=attempt.pk,
            number=attempt.number,
            letter=Letter(endpoint.url, attempt.request_headers, row.body),
        )
        for row, attempt in zip(taken, attempts, strict=True)
    ]


def _attempt(endpoint: WebhookEndpoint, row: WebhookDelivery, now: dt.datetime) -> WebhookAttempt:
    signed = signature_headers(
        message_id=row.event_id, at=now, body=row.body, keys=endpoint.keys(now)
    )
    headers = {"content-type": "application/json", "user-agent": _USER_AGENT} | signed
    return WebhookAttempt(
        account_id=row.account_id,
        delivery=row,
        number=row.attempts,
        at=now,
        request_headers=headers,
        trouble=Trouble.UNDER_WAY,
    )
