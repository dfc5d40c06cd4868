"""Re-verification of many domains."""

from typing import Any, TypedDict


class Counts(TypedDict):
    total: int
    to_do: int
    conflicts: int
    verified: int
    routes: dict[str, int]
    states: dict[str, int]


class Plan(TypedDict):
    """`state`: draft, running, finished or cancelled."""

    id: str
    state: str
    selection: dict[str, Any]
    template: str | None
    created_at: str
    made_by: str
    started_at: str | None
    run_by: str
    ended_at: str | None
    counts: Counts
    expected_on: str | None
    expected_provisional: bool


class PlanReason(TypedDict):
    code: str
    message: str


class Line(TypedDict):
    domain: str
    unicode_name: str
    registrant_name: str
    route: str
    template: str | None
    other_holder: bool
    reason: str
    because: list[str]
    blocked_by: list[PlanReason]
    blocked_until: str | None
    safe_from: str | None
    expected_on: str | None
    expected_provisional: bool
    group: str
    state: str
    operation: str | None
    verification: str | None
    refusal: list[PlanReason]
