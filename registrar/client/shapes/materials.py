"""Pictures of documents."""

from typing import TypedDict


class Material(TypedDict):
    """`reading` says how far it is: waiting, read, given_up, or None where none are read."""

    id: str
    kind: str
    format: str
    bytes: int
    width: int
    height: int
    sha256: str
    state: str
    reading: str | None
    created_at: str
