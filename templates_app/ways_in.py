"""Other ways to a new info template than typing it. Upper apps register theirs from
AppConfig.ready()."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.functional import Promise

from registrar.tenancy.actor import Actor


@dataclass(frozen=True, slots=True)
class WayIn:
    """A button beside "Create info template". Its page ends with a POST of the template's
    fields and `prefill` to `templates:new`, which shows the form filled in and saves nothing.
    A page that has to know the template beforehand sends its `token` (`tokens.new_token`) along.
    Offered to whoever holds all of `permissions`."""

    key: str
    label: str | Promise
    url_name: str
    icon: str
    permissions: Collection[str]


_ways: dict[str, WayIn] = {}


def register_way_in(way: WayIn) -> None:
    """Add a button; ValueError if another one has its key."""
    if _ways.get(way.key, way) != way:
        raise ValueError(f"way in {way.key!r} is taken")
    _ways[way.key] = way


def ways_in_for(actor: Actor) -> list[WayIn]:
    """What `actor` may use, in the order of the keys."""
    found = sorted(_ways.values(), key=lambda way: way.key)
    return [way for way in found if all(actor.may(name) for name in way.permissions)]
