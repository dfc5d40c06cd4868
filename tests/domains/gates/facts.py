"""A domain that nothing blocks, to be changed one fact at a time."""

from datetime import date
from typing import Any

from domains.gates import DomainFacts, TargetFacts

TODAY = date(2026, 11, 22)

_FREE: dict[str, Any] = {
    "lifecycle": "active",
    "naming": "passed",
    "real_name": "verified",
    "registrant_change": "none",
    "transfer": "none",
    "disputed": False,
    "epp_statuses": frozenset({"ok"}),
    "registered_on": date(2024, 1, 1),
    "transferred_on": None,
    "registrant_changed_on": None,
    "registrant_lock": False,
    "expires_on": date(2028, 1, 1),
    "upgrade_pending": False,
    "suffix": "com",
}
_FIT: dict[str, Any] = {
    "verified": True,
    "disabled": False,
    "same_account": True,
    "fits_suffix": True,
    "in_review": False,
    "restrictions": (),
}


def make_facts(**changes: Any) -> DomainFacts:
    return DomainFacts(**{**_FREE, **changes})


def make_target(**changes: Any) -> TargetFacts:
    return TargetFacts(**{**_FIT, **changes})
