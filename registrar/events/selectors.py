"""Reading events: what the asker may see, narrowed to what it wants, oldest first."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError, InvalidInput
from registrar.tenancy.actor import Actor
from registrar.tenancy.lookups import find_by_public_id

from .catalogue import event_types
from .cursors import Position
from .models import Event
from .patterns import means


@dataclass(frozen=True, slots=True)
class Wanted:
    """`types` are names, or all of an object's as `verification.*`; empty: every type."""

    types: tuple[str, ...] = ()
    object_id: str = ""
    since: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class EventPage:
    """At most `limit` events. `position` is where the reader goes on, now or any time later."""

    items: list[Event]
    position: Position
    more: bool


def events_for(actor: Actor) -> QuerySet[Event]:
    """The events of the actor's account whose objects it may read; inside the fence."""
    readable = sorted(kind.name for kind in event_types() if actor.may(kind.scope))
    return Event.objects.filter(account_id=int(actor.account_id or 0), type__in=readable)


def read_events(*, actor: Actor, wanted: Wanted, position: Position, limit: int) -> EventPage:
    """The first events behind `position`. One query.

    Within an account ids follow the order of the commits: what is committed later always comes
    behind `position`, so that a reader who goes on from there misses nothing and reads nothing
    twice. InvalidInput for a type that does not exist.
    """
    rows = events_for(actor).filter(id__gt=position.last)
    if wanted.types:
        rows = rows.filter(type__in=names_of(wanted.types))
    if wanted.object_id:
        rows = rows.filter(object_id=wanted.object_id)
    if wanted.since:
        rows = rows.filter(occurred_at__gte=wanted.since)
    found = list(rows.order_by("id")[: limit + 1])
    items = found[:limit]
    last = items[-1].pk if items else position.last
    return EventPage(items, Position(last, position.at), more=len(found) > limit)


def position_after(*, actor: Actor, event_id: str, at: dt.datetime) -> Position:
    """Behind this event; NotFound when it is not there (any more), or not for the actor."""
    return Position(find_by_public_id(events_for(actor), event_id).pk, at)


def names_of(
    types: Sequence[str], *, besides: Sequence[str] = (), field: str = "type"
) -> list[str]:
    """The names of types behind what was asked for in the parameter `field`; `besides` are known
    too. InvalidInput names the first unknown one."""
    known = [*(kind.name for kind in event_types()), *besides]
    names: set[str] = set()
    for text in types:
        fits = [name for name in known if means(text, name)]
        if not fits:
            message = _("There is no event type %(name)s.") % {"name": text}
            raise InvalidInput(errors=[FieldError(field, "invalid_choice", message)])
        names.update(fits)
    return sorted(names)
