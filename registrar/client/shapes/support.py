"""Support requests."""

from typing import Any, TypedDict


class SupportMessage(TypedDict):
    id: str
    author: str
    author_name: str | None
    text: str
    created_at: str


class SupportRequest(TypedDict):
    """`state`: open (support is next), waiting_for_user or closed."""

    id: str
    state: str
    subject: str
    verification: str | None
    operation: str | None
    domain: str | None
    reason: str | None
    contact_ok: bool
    opened_by: str
    created_at: str
    last_activity_at: str
    first_answered_at: str | None
    closed_at: str | None
    closed_by: str | None


class SupportRequestDetail(SupportRequest):
    messages: list[SupportMessage]
    attached: dict[str, Any]
