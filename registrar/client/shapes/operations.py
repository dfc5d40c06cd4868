"""Operations on domains."""

from typing import Any, TypedDict


class OperationFailure(TypedDict):
    stage: str
    raw_messages: list[str]
    reasons: list[dict[str, Any]]


class Operation(TypedDict):
    """`state`: awaiting_identity, submitted, in_review, succeeded, failed or cancelled."""

    id: str
    operation: str
    domain: str
    state: str
    template: str | None
    batch: str | None
    expected_on: str | None
    expected_provisional: bool
    created_at: str
    submitted_at: str | None
    ended_at: str | None
    failure: OperationFailure | None
