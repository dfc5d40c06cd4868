"""Writing events, beside the log's entries."""

from collections.abc import Callable, Sequence
from typing import Any

from registrar.oplog.models import LogEntry

from .catalogue import types_of
from .event_type import Data, EventType
from .models import Event

# What an app does with new events, such as preparing their delivery.
Follower = Callable[[Sequence[Event]], None]

_followers: list[Follower] = []


def on_events(follower: Follower) -> None:
    """`follower` gets the events of an entry right after they were written: in their transaction
    and under the lock of the account's chain, in order. It locks nothing. Call from
    AppConfig.ready(); registering it twice is once."""
    if follower not in _followers:
        _followers.append(follower)


def write_events(entry: LogEntry, about: Any) -> None:
    """Tell an entry of the log as the events that stand for its action; at most one query."""
    found = [(kind, kind.make_data(entry, about)) for kind in types_of(entry.action)]
    events = [_event(entry, kind, data, about) for kind, data in found if data is not None]
    if not events:
        return
    # One statement gives out the ids in the order of the rows.
    Event.objects.bulk_create(events)
    for follower in _followers:
        follower(events)


def _event(entry: LogEntry, kind: EventType, data: Data, about: Any) -> Event:
    return Event(
        account_id=entry.account_id,
        number=entry.number,
        type=kind.name,
        occurred_at=entry.occurred_at,
        object_type=kind.object_type,
        object_id=kind.named(entry, about) if kind.named else entry.object_id,
        actor_kind=entry.actor_kind,
        data=data,
    )
