"""What has happened: the same in the list and in a webhook."""

from typing import Any, TypedDict


class EventObject(TypedDict):
    """`id` is the public id; of a domain its name."""

    type: str
    id: str


class EventActor(TypedDict):
    kind: str


class Event(TypedDict):
    id: str
    type: str
    number: int
    occurred_at: str
    object: EventObject
    actor: EventActor
    data: dict[str, Any]


class EventPage(TypedDict):
    """`cursor` leads to what comes later, `next` to what is there already."""

    items: list[Event]
    next: str | None
    cursor: str


class EventType(TypedDict):
    type: str
    title: str
    description: str
    object_type: str
    scope: str
    schema: dict[str, Any]
    example: dict[str, Any]
