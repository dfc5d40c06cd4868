"""Domains, what may be done to them, and the ways out of a failed verification."""

from typing import TypedDict

from .common import Blocker
from .failures import Failure
from .verifications import Reminder, Unchanged


class Domain(TypedDict):
    name: str
    unicode_name: str
    service_status: str
    lifecycle: str
    real_name_status: str
    registrant_change_status: str
    transfer_status: str
    epp_statuses: list[str]
    template: str | None
    holder_type: str
    registrant_name: str
    registered_at: str
    expires_at: str
    auto_renew: bool
    tags: list[str]


class Gate(TypedDict):
    operation: str
    allowed: bool
    blocked_by: list[Blocker]


class Gates(TypedDict):
    operations: list[Gate]


class UsableTemplate(TypedDict):
    id: str
    name: str
    name_en: str
    registrant_type: str
    document_type: str
    document_number: str
    contact_name: str
    same_holder: bool


class Route(TypedDict):
    """`route`: change_registrant or resubmit."""

    route: str
    available: bool
    blocked_by: list[str]
    blockers: list[Blocker]
    templates: list[UsableTemplate]
    expected_on: str
    expected_provisional: bool
    safe_from: str | None
    safe_provisional: bool
    reminder: Reminder | None
    unchanged: Unchanged | None
    recommended: bool
    because: list[str]
    because_texts: list[str]


class Alternative(TypedDict):
    reason: str
    other: str
    text: str


class Reverification(TypedDict):
    domain: str
    failure: Failure | None
    failures: int
    alternatives: list[Alternative]
    routes: list[Route]
