"""How a domain or template of the demo is described: data only, in days from today."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Step(StrEnum):
    """What happens to a domain after it was entered."""

    HAND_IN = "hand_in"  # waits for the first review, or goes to the authority
    CLAIM = "claim"  # handed in and taken by a reviewer
    AT_AUTHORITY = "at_authority"  # an authority that takes its days
    CHANGE = "change"  # a change of registrant that the registry is looking at
    FAILED_CHANGE = "failed_change"  # one that the registry refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A submission of the past. Failed when it has messages or reasons, passed otherwise."""

    days_ago: int
    number: str = ""  # as it was typed; empty: the right one
    document_type: str = ""
    messages: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()  # a reviewer's
    note: str = ""
    stage: str = "authority"

    @property
    def failed(self) -> bool:
        return bool(self.messages or self.reasons)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoDomain:
    """`holder` is an identity's key; `template` a demo template's, or empty for none.

    `states` are arguments of domains.services.add_domain.
    """

    name: str
    holder: str
    template: str = ""
    registrant_name: str = ""  # where it differs from the identity's
    contact_name: str = ""
    registered: int = 400
    expires: int = 330
    states: Mapping[str, Any] = field(default_factory=dict)
    attempts: tuple[Attempt, ...] = ()
    step: Step | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoTemplate:
    """`state` is where it ends up; `key` names it in this plan."""

    key: str
    holder: str
    state: str
    attempts: tuple[Attempt, ...] = ()
    previous: str = ""
