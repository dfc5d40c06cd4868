"""Many operations or verifications, asked for in one call."""

from typing import Any, TypedDict


class Batch(TypedDict):
    """`state`: running, done or cancelled; `counts` by the items' states."""

    id: str
    kind: str
    state: str
    counts: dict[str, int]
    created_at: str
    requested_by: str
    started_at: str
    ended_at: str | None
    finishes_at: str | None
    expected_on: str | None
    expected_provisional: bool


class BatchItem(TypedDict):
    """Beside these an item has the other fields of an operation or a verification."""

    index: int
    domain: str | None
    template: str | None
    item_state: str
    id: str | None
    state: str | None
    problem: dict[str, Any] | None
