"""The operation log."""

from typing import Any, TypedDict


class LogActor(TypedDict):
    kind: str
    name: str


class LogObject(TypedDict):
    type: str
    id: str
    label: str


class LogEntry(TypedDict):
    id: str
    number: int
    occurred_at: str
    actor: LogActor
    action: str
    object: LogObject
    result: str
    reason: str
    before: dict[str, Any]
    after: dict[str, Any]
    ip: str
    request_id: str
    digest: str
