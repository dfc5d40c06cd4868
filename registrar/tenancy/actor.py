"""Who is asking: the one value that every service, log entry and fence is told."""

from dataclasses import dataclass, field
from enum import StrEnum


class ActorKind(StrEnum):
    USER = "user"
    KEY = "key"
    STAFF = "staff"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, key, staff member or the system itself, as it acts in one account.

    `account_id` is None for staff and for a user who has not entered an account.
    `session` stands for the browser session a person asks in ("" where there is none).
    `permissions` holds values of registrar.accounts.permissions.Permission; the system has all.
    """

    kind: ActorKind
    account_id: int | None
    label: str
    user_id: int | None = None
    key_id: int | None = None
    permissions: frozenset[str] = field(default_factory=frozenset)
    ip: str = ""
    request_id: str = ""
    session: str = ""

    @property
    def is_staff(self) -> bool:
        return self.kind is ActorKind.STAFF

    def may(self, permission: str) -> bool:
        return self.kind is ActorKind.SYSTEM or permission in self.permissions


def system_actor(account_id: int) -> Actor:
    """The system at work in one account: what tasks act as."""
    return Actor(kind=ActorKind.SYSTEM, account_id=account_id, label="system")


def system_staff_actor() -> Actor:
    """The system looking across accounts: what sweeps act as while they search for work."""
    return Actor(kind=ActorKind.STAFF, account_id=None, label="system")
