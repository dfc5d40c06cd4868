"""/events: what has happened, oldest first, and everything that comes later."""

from collections.abc import Iterator
from typing import TypedDict, Unpack, cast

from registrar.client.shapes.common import Page
from registrar.client.shapes.events import Event, EventPage, EventType

from .base import Resource, part


class EventFilter(TypedDict, total=False):
    """`type` names types or families (`verification.*`), separated by commas."""

    type: str | None
    object_id: str | None
    since: str | None
    after: str | None
    limit: int | None


class Events(Resource):
    def list(self, **wanted: Unpack[EventFilter]) -> Iterator[Event]:
        """Up to now; nothing that comes while it is read is missed or told twice."""
        cursor: str | None = None
        while True:
            page = self.page(cursor, **wanted)
            yield from page["items"]
            if not page["next"]:
                return
            # A place and an event to begin behind exclude each other.
            cursor, wanted["after"] = page["next"], None

    def page(self, cursor: str | None = None, **wanted: Unpack[EventFilter]) -> EventPage:
        """Ask again with the answer's `cursor` for what has come since."""
        return cast(EventPage, self._page("/events", {**wanted, "cursor": cursor}))

    def get(self, event_id: str) -> Event:
        return cast(Event, self._get(f"/events/{part(event_id)}"))

    def types(self) -> Page[EventType]:
        return cast(Page[EventType], self._page("/event-types", {}))
