"""The account's events as webhooks see them: in order, and as the text that is sent."""

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any

from django.db.models import OuterRef, QuerySet

from registrar.accounts.guard import require
from registrar.events.api.shapes import event_shape
from registrar.events.catalogue import event_types
from registrar.events.models import Event
from registrar.tenancy.actor import Actor

from .subscriptions import is_chosen


def known_types() -> list[str]:
    return [event_type.name for event_type in event_types()]


def require_reading(actor: Actor, patterns: Iterable[str]) -> None:
    """Return when `actor` may read every kind of event that `patterns` mean: nobody sends out
    what they may not see. NotPermitted."""
    chosen = list(patterns)
    for event_type in event_types():
        if is_chosen(event_type.name, chosen):
            require(actor, event_type.scope)


def events_after(account_id: int, cursor: int, *, limit: int) -> list[Event]:
    """The next events behind `cursor`. In an account the key follows the order of the commits, so
    that none appears later behind one that was read."""
    rows = Event.objects.filter(account_id=account_id, pk__gt=cursor).select_related("account")
    return list(rows.order_by("pk")[:limit])


def events_beyond(cursor: Any) -> QuerySet[Event]:
    """For a subquery about endpoints: events of their account behind their cursor."""
    return Event.objects.filter(account=OuterRef("account"), pk__gt=cursor)


def events_between(
    account_id: int, since: dt.datetime, until: dt.datetime, *, up_to: int
) -> QuerySet[Event]:
    """What occurred from `since` until before `until`, no further than the cursor `up_to`."""
    rows = Event.objects.filter(account_id=account_id, pk__lte=up_to)
    rows = rows.filter(occurred_at__gte=since, occurred_at__lt=until)
    ordered: QuerySet[Event] = rows.select_related("account").order_by("pk")
    return ordered


def newest(account_id: int) -> int:
    """The cursor of whoever wants only what is still to come."""
    rows = Event.objects.filter(account_id=account_id).order_by("-pk")
    return rows.values_list("pk", flat=True).first() or 0


def envelope_of(event: Event) -> str:
    """What is sent of an event, as it is signed: JSON without spaces. What `GET /events` says of
    it, besides the account, and the time under the name that Standard Webhooks has for it."""
    shape = event_shape(event)
    message = {
        "type": shape.pop("type"),
        "timestamp": shape["occurred_at"],
        "account": event.account.public_id,
        **shape,
    }
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"))
