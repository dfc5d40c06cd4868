"""Refuse to run where the fence would not hold."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.core.exceptions import ImproperlyConfigured
from django.db import connections
from django.db.utils import OperationalError

from .roles import STAFF_ROLE

_QUESTION = """
SELECT r.rolsuper, r.rolbypassrls,
       s.oid IS NOT NULL,
       s.oid IS NOT NULL AND pg_has_role(r.oid, s.oid, 'MEMBER'),
       s.oid IS NOT NULL AND pg_has_role(r.oid, s.oid, 'USAGE')
  FROM pg_roles r LEFT JOIN pg_roles s ON s.rolname = %s
 WHERE r.rolname = session_user
"""
_HINT = "`manage.py make_roles` makes the roles as they must be; see docs/operator-guide.md."


def check_login_role(
    *, databases: Sequence[str] | None = None, **_kwargs: Any
) -> list[CheckMessage]:
    """Errors E001-E003: a login role that row-level security would not hold."""
    found: list[CheckMessage] = []
    for alias in databases or []:
        try:
            with connections[alias].cursor() as cursor:
                found.extend(find_faults(cursor))
        except OperationalError as error:
            found.append(Error(f"The database can't be reached: {error}", id="tenancy.E000"))
        except ImproperlyConfigured as refusal:
            found.append(Error(str(refusal), id="tenancy.E001"))
    return found


def find_faults(cursor: Any) -> list[CheckMessage]:
    """What is wrong with the role that this cursor's connection has logged in as."""
    cursor.execute(_QUESTION, [STAFF_ROLE])
    return judge_role(*cursor.fetchone())


def judge_role(
    superuser: bool, bypass: bool, staff_exists: bool, member: bool, inherits: bool
) -> list[CheckMessage]:
    """What is wrong with a login role of these properties (pure)."""
    if superuser or bypass:
        what = "a superuser" if superuser else "BYPASSRLS"
        return [
            Error(
                f"The database role is {what}: row-level security would not hold.",
                hint=_HINT,
                id="tenancy.E001",
            )
        ]
    if not (staff_exists and member):
        return [
            Error(
                f"The role {STAFF_ROLE} is missing or can't be switched to.",
                hint=_HINT,
                id="tenancy.E002",
            )
        ]
    if inherits:
        return [
            Error(
                f"The login role inherits {STAFF_ROLE}: every customer would see every row.",
                hint=_HINT,
                id="tenancy.E003",
            )
        ]
    return []
