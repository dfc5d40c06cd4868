"""Sending again: one delivery, or those of a span of time."""

import datetime as dt

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.errors import FieldError, InvalidInput, StateConflict
from registrar.jobs import hurry_on_commit
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.webhooks.following import events_between, known_types
from registrar.webhooks.models import WebhookDelivery, WebhookEndpoint
from registrar.webhooks.models.delivery import PING
from registrar.webhooks.selectors import deliveries, get_delivery
from registrar.webhooks.states import DeliveryState
from registrar.webhooks.subscriptions import is_chosen
from registrar.webhooks.tasks import work_on_endpoint

from .fanning_out import add_deliveries
from .locking import lock_by_pk, lock_endpoint

# By one call; whoever has more sends the next span.
MOST_AT_ONCE = 5000
# Events that never had a delivery: the endpoint was disabled then, or had not chosen them.
MISSED = "missed"
_ENDED = (DeliveryState.DELIVERED, DeliveryState.FAILED, DeliveryState.DROPPED)
REPLAYED_STATES = (*_ENDED, MISSED)
# What is meant where nothing is said.
USUAL = (DeliveryState.FAILED, DeliveryState.DROPPED, MISSED)


def replay_delivery(*, actor: Actor, delivery_id: str) -> WebhookDelivery:
    """Send a delivery that has ended once more, with the same event id and by the same schedule.
    StateConflict while it is pending, or its endpoint disabled."""
    require(actor, Permission.WEBHOOKS_WRITE)
    found = get_delivery(delivery_id)
    endpoint = _enabled(lock_by_pk(found.endpoint_id))
    rows = deliveries().select_for_update(of=("self",), no_key=True)
    delivery: WebhookDelivery = rows.get(pk=found.pk)
    if delivery.state == DeliveryState.PENDING:
        raise StateConflict("still_pending", _("This is being sent already."))
    delivery.begin_again()
    delivery.due_at, delivery.ended_at, delivery.tries = timezone.now(), None, 0
    delivery.save()
    record(
        actor=actor,
        action="webhook_endpoint.replayed",
        about=endpoint,
        label=str(endpoint),
        after={"event": delivery.event_id},
    )
    hurry_on_commit(work_on_endpoint, endpoint.account_id, endpoint.pk)
    return delivery


def replay_span(
    *,
    actor: Actor,
    endpoint_id: str,
    since: dt.datetime,
    until: dt.datetime,
    states: tuple[str, ...] = USUAL,
) -> int:
    """Send once more what occurred from `since` until before `until` and has come to one of
    `states`, in order for each object; returns how many. InvalidInput beyond MOST_AT_ONCE;
    StateConflict when the endpoint is disabled."""
    require(actor, Permission.WEBHOOKS_WRITE)
    if since >= until:
        message = _("The span ends before it begins.")
        raise InvalidInput(errors=[FieldError("to", "invalid", message)])
    endpoint = _enabled(lock_endpoint(endpoint_id))
    wanted = [state for state in states if state != MISSED]
    count = _begin_again(_ended(endpoint, wanted, since, until)) if wanted else 0
    if MISSED in states:
        count += _add_missed(endpoint, since, until, besides=count)
    record(
        actor=actor,
        action="webhook_endpoint.replayed",
        about=endpoint,
        label=str(endpoint),
        after={
            "since": since.isoformat(),
            "until": until.isoformat(),
            "states": list(states),
            "count": count,
        },
    )
    hurry_on_commit(work_on_endpoint, endpoint.account_id, endpoint.pk)
    return count


def _enabled(endpoint: WebhookEndpoint) -> WebhookEndpoint:
    if not endpoint.enabled:
        message = _("This endpoint is disabled. Enable it first.")
        raise StateConflict("endpoint_disabled", message)
    return endpoint


def _ended(
    endpoint: WebhookEndpoint, states: list[str], since: dt.datetime, until: dt.datetime
) -> QuerySet[WebhookDelivery]:
    rows = WebhookDelivery.objects.filter(
        endpoint=endpoint, state__in=states, occurred_at__gte=since, occurred_at__lt=until
    )
    return rows.exclude(event_type=PING)


def _begin_again(rows: QuerySet[WebhookDelivery]) -> int:
    """One statement, as WebhookDelivery.begin_again would do it: there may be thousands."""
    _refuse_too_many(rows.count())
    now = timezone.now()
    return rows.update(
        state=DeliveryState.PENDING, due_at=now, ended_at=None, tries=0, updated_at=now
    )


def _add_missed(
    endpoint: WebhookEndpoint, since: dt.datetime, until: dt.datetime, *, besides: int
) -> int:
    # What the cursor has not come to is no miss: it is on its way.
    events = events_between(endpoint.account_id, since, until, up_to=endpoint.cursor)
    known = WebhookDelivery.objects.filter(endpoint=endpoint, sequence=OuterRef("pk"))
    chosen = [t for t in known_types() if is_chosen(t, endpoint.event_types)]
    missed = events.filter(~Exists(known), type__in=chosen)[: MOST_AT_ONCE + 1]
    _refuse_too_many(besides + len(missed))
    return add_deliveries(endpoint, missed)


def _refuse_too_many(count: int) -> None:
    if count > MOST_AT_ONCE:
        message = _("These are more than %(count)d. Choose a shorter span.")
        error = FieldError("to", "too_many", message % {"count": MOST_AT_ONCE})
        raise InvalidInput(errors=[error])
