"""Shapes that several resources share."""

from typing import Any, Generic, TypedDict, TypeVar

Item = TypeVar("Item")


class Page(TypedDict, Generic[Item]):
    """One page of a list; `next` is the cursor of the following one."""

    items: list[Item]
    next: str | None


class Blocker(TypedDict):
    """Why something can't be done now; `until` is a day, where known."""

    code: str
    message: str
    until: str | None


class SafeFrom(TypedDict):
    date: str
    provisional: bool


class Evidence(TypedDict):
    kind: str
    params: dict[str, Any]


class Box(TypedDict):
    """A place in a picture, in fractions of its width and height."""

    left: float
    top: float
    right: float
    bottom: float
