"""Who is told, and where. Called inside the fence."""

from collections.abc import Collection
from dataclasses import dataclass

from registrar.accounts.permissions import ROLE_PERMISSIONS, Permission
from registrar.accounts.selectors import members_of

from .models import NoticePreference


@dataclass(frozen=True, slots=True)
class Wish:
    """Where somebody wants to be told about a topic."""

    in_console: bool = True
    by_mail: bool = True

    @property
    def ways(self) -> list[str]:
        """As the operation log keeps it."""
        ways = {"console": self.in_console, "mail": self.by_mail}
        return [way for way, wanted in ways.items() if wanted]


def members_holding(
    account_id: int, permission: Permission | None, *, among: Collection[int] | None = None
) -> list[int]:
    """The users, in order, who are members with this permission and may still sign in."""
    rows = members_of(account_id).filter(user__is_active=True)
    if permission is not None:
        rows = rows.filter(
            role__in=[r for r, held in ROLE_PERMISSIONS.items() if permission in held]
        )
    if among is not None:
        rows = rows.filter(user_id__in=among)
    return list(rows.order_by("user_id").values_list("user_id", flat=True))


def wishes_about(account_id: int, topic: str) -> dict[int, Wish]:
    """Of those who don't want both, by user."""
    rows = NoticePreference.objects.filter(account_id=account_id, topic=topic)
    return {row.user_id: Wish(row.in_console, row.by_mail) for row in rows}


def wishes_of(account_id: int, user_id: int) -> dict[str, Wish]:
    """Of one member, by topic; topics that are not there: both."""
    rows = NoticePreference.objects.filter(account_id=account_id, user_id=user_id)
    return {row.topic: Wish(row.in_console, row.by_mail) for row in rows}
