"""Writing down what came of attempts, and what follows for deliveries and their endpoint."""

import datetime as dt
import random
from collections.abc import Sequence

from django.utils import timezone

from registrar.tenancy.actor import Actor
from registrar.webhooks.models import WebhookAttempt, WebhookDelivery, WebhookEndpoint
from registrar.webhooks.notices import tell_of_giving_up
from registrar.webhooks.schedule import MOST_ATTEMPTS, pause_after
from registrar.webhooks.sending import Answer
from registrar.webhooks.states import DeliveryState, DisabledReason

from .disabling import disable
from .locking import lock_by_pk
from .taking import Parcel

# An endpoint that takes nothing at all for so long is sent nothing any more.
GIVE_ENDPOINT_UP_AFTER = dt.timedelta(days=5)
_GONE = 410
_ASKS_FOR_TIME = frozenset({429, 503})

Told = Sequence[tuple[Parcel, Answer]]


def note_answers(*, actor: Actor, endpoint_id: int, told: Told) -> None:
    """Keep each answer with its attempt; finish the delivery or say when it is due again; and
    disable the endpoint where it says that it is gone, or has failed for days.

    NotFound when the endpoint was deleted meanwhile.
    """
    now = timezone.now()
    endpoint = lock_by_pk(endpoint_id)
    rows = _locked(told)
    _keep_attempts(told)
    given_up = [
        row
        for parcel, answer in told
        if (row := rows[parcel.delivery_id]) and _note(row, parcel, answer, now)
    ]
    WebhookDelivery.objects.bulk_update(
        rows.values(),
        ["state", "due_at", "last_status", "last_trouble", "ended_at", "updated_at"],
    )
    if given_up:
        tell_of_giving_up(endpoint, now)
    _judge(actor, endpoint, [(rows[parcel.delivery_id], answer) for parcel, answer in told], now)


def _locked(told: Told) -> dict[int, WebhookDelivery]:
    rows = WebhookDelivery.objects.filter(pk__in=[parcel.delivery_id for parcel, _answer in told])
    return {row.pk: row for row in rows.select_for_update(no_key=True).order_by("pk")}


def _keep_attempts(told: Told) -> None:
    rows = WebhookAttempt.objects.in_bulk([parcel.attempt_id for parcel, _answer in told])
    for parcel, answer in told:
        row = rows[parcel.attempt_id]
        row.trouble, row.status, row.milliseconds = (
            answer.trouble,
            answer.status,
            answer.milliseconds,
        )
        row.response_headers, row.response_body = dict(answer.headers), answer.body
    kept = ["trouble", "status", "milliseconds", "response_headers", "response_body"]
    WebhookAttempt.objects.bulk_update(rows.values(), kept)


def _note(row: WebhookDelivery, parcel: Parcel, answer: Answer, now: dt.datetime) -> bool:
    """What the answer means for the delivery; True when it is given up now."""
    row.updated_at = now
    if answer.taken:
        row.note_delivered()
        row.due_at, row.ended_at = None, now
    # A late answer: the endpoint was disabled, or another worker has begun anew.
    elif row.state != DeliveryState.PENDING or row.attempts != parcel.number:
        return False
    elif row.is_ping or row.tries >= MOST_ATTEMPTS:
        row.give_up()
        row.due_at, row.ended_at = None, now
    else:
        chance = random.random()  # noqa: S311 - spreads load, guards nothing
        row.due_at = now + pause_after(row.tries, chance=chance, asked=_asked(answer))
    row.last_status, row.last_trouble = answer.status, answer.trouble
    return bool(row.state == DeliveryState.FAILED and not row.is_ping)


def _asked(answer: Answer) -> dt.timedelta | None:
    text = answer.headers.get("retry-after", "")
    if answer.status not in _ASKS_FOR_TIME or not (text.isascii() and text.isdigit()):
        return None
    return dt.timedelta(seconds=min(int(text[:6]), 86400))


def _judge(
    actor: Actor,
    endpoint: WebhookEndpoint,
    told: Sequence[tuple[WebhookDelivery, Answer]],
    now: dt.datetime,
) -> None:
    """How the endpoint is, after these answers. A test says nothing against it."""
    before = endpoint.failing_since
    if any(answer.taken for row, answer in told if not row.is_ping):
        endpoint.failing_since = None
    elif any(not row.is_ping for row, _answer in told):
        endpoint.failing_since = before or now
    if endpoint.failing_since != before:
        endpoint.save(update_fields=["failing_since", "updated_at"])
    if not endpoint.enabled:
        return
    if any(answer.status == _GONE for row, answer in told if not row.is_ping):
        disable(actor=actor, endpoint=endpoint, reason=DisabledReason.GONE)
    elif endpoint.failing_since and now - endpoint.failing_since >= GIVE_ENDPOINT_UP_AFTER:
        disable(actor=actor, endpoint=endpoint, reason=DisabledReason.FAILING)
