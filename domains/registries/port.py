"""What the registrar asks of a registry: the port that every adapter implements.

Called outside of database transactions only. Every request carries our transaction id, which
was written down before the call; sending the same id twice is harmless.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class RegistryUnavailable(Exception):
    """No answer, or none that makes sense: ask again later. Says nothing about the request."""


class UnknownName(Exception):
    """The registry has no such domain (EPP 2303)."""


class OutcomeState(StrEnum):
    UNKNOWN = "unknown"  # the registry never saw this transaction id
    PENDING = "pending"
    DONE = "done"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistryRequest:
    """One change of one domain. `name` is the A-label.

    `registrant` and `contact` hold what changes, {} for nothing; `add_statuses` and
    `remove_statuses` are EPP client statuses (RFC 5731, section 2.3). `years` and `nameservers`
    belong to `register`, which creates the name for so many years (RFC 5731, section 3.2.1).
    """

    transaction_id: str
    kind: str
    name: str
    registrant: Mapping[str, str] = field(default_factory=dict)
    contact: Mapping[str, str] = field(default_factory=dict)
    add_statuses: frozenset[str] = frozenset()
    remove_statuses: frozenset[str] = frozenset()
    years: int = 0
    nameservers: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Without the personal data: requests end up in error reports."""
        return f"RegistryRequest({self.kind} {self.name} {self.transaction_id})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a transaction; `raw_messages` are the registry's own words."""

    state: str
    raw_messages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistryInfo:
    """A domain as the registry sees it now."""

    name: str
    epp_statuses: frozenset[str]


class Registry(Protocol):
    """Any method may raise RegistryUnavailable, or anything else when it is broken."""

    def submit(self, request: RegistryRequest) -> None:
        """Hand in a request; idempotent by transaction id. The answer comes by `outcome`."""

    def outcome(self, transaction_id: str) -> Outcome:
        """What became of a request; UNKNOWN when the registry never got it."""

    def info(self, name: str) -> RegistryInfo:
        """The domain's present statuses; UnknownName when there is none."""

    def report_verification(self, *, transaction_id: str, name: str) -> None:
        """The registrant passed real-name verification; idempotent by transaction id.

        The registry lifts its serverHold some time later; `info` shows when.
        """
