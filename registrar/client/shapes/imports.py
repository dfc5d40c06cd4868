"""Lists that come in as files."""

from typing import TypedDict


class ImportError_(TypedDict):  # noqa: N801 - the name without it is Python's
    field: str
    code: str
    message: str


class ImportChange(TypedDict):
    field: str
    before: str
    after: str


class Import(TypedDict):
    id: str
    kind: str
    state: str
    file_name: str
    format: str
    size: int
    created_at: str
    made_by: str
    started_at: str | None
    run_by: str
    ended_at: str | None
    counts: dict[str, int]
    notes: list[str]
    errors: list[ImportError_]


class ImportRow(TypedDict):
    number: int
    title: str
    state: str
    effect: str
    duplicate_of: str
    changes: list[ImportChange]
    errors: list[ImportError_]
    result: str
