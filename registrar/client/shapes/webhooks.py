"""Webhook endpoints and what was sent to them."""

from typing import TypedDict


class WebhookEndpoint(TypedDict):
    id: str
    url: str
    description: str
    event_types: list[str]
    state: str
    disabled_reason: str | None
    disabled_at: str | None
    failing_since: str | None
    previous_secret_valid_until: str | None
    created_at: str


class WebhookSecret(WebhookEndpoint):
    """`secret` (whsec_…) is told once, to who made or replaced it."""

    secret: str


class WebhookDelivery(TypedDict):
    id: str
    endpoint: str
    event: str
    event_type: str
    object_type: str
    object_id: str
    occurred_at: str
    state: str
    attempts: int
    last_status: int | None
    last_trouble: str | None
    next_attempt_at: str | None
    ended_at: str | None
    created_at: str


class WebhookAttempt(TypedDict):
    number: int
    at: str
    milliseconds: int | None
    trouble: str | None
    request_headers: dict[str, str]
    status: int | None
    response_headers: dict[str, str]
    response_body: str


class WebhookDeliveryDetail(WebhookDelivery):
    request_body: str
    attempt_list: list[WebhookAttempt]


class WebhookReplay(TypedDict):
    count: int
