"""Submissions for real-name verification."""

from typing import NotRequired, TypedDict

from .common import Blocker
from .failures import Failure


class MoreItem(TypedDict):
    id: str
    what: str
    title: str
    hint: str
    detail: str
    about: str | None
    answer_kind: str
    material_kind: str | None


class More(TypedDict):
    """What a reviewer asks for before deciding."""

    id: str
    asked_at: str
    note: str
    items: list[MoreItem]


class MoreReply(TypedDict):
    item: str
    material: NotRequired[str]
    text: NotRequired[str]


class Verification(TypedDict):
    """`state`: submitted, in_review, more_wanted, at_authority, passed, failed or withdrawn."""

    id: str
    template: str | None
    domain: str | None
    attempt: int
    state: str
    profile: str
    holder_type: str
    holder_name: str
    document_type: str
    document_number: str
    materials: list[str]
    confirmed_warnings: list[str]
    submitted_at: str | None
    expected_on: str | None
    expected_provisional: bool
    sent_at: str | None
    received_at: str | None
    ended_at: str | None
    more: More | None
    failure: Failure | None


class Reminder(TypedDict):
    id: str
    state: str
    issued_on: str | None
    due_on: str
    provisional: bool


class Unchanged(TypedDict):
    """Whether the same may go in again; `submission` is the one that would."""

    available: bool
    may_insist: bool
    blocked_by: list[str]
    blockers: list[Blocker]
    submission: str


class Waiting(TypedDict):
    safe_from: str | None
    safe_provisional: bool
    counted_from: str
    issue_date_known: bool
    reminder: Reminder | None
    unchanged: Unchanged
