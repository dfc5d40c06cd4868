"""Entering the fence: a transaction in which PostgreSQL knows who is asking."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection, transaction
from psycopg.pq import TransactionStatus

from .actor import Actor
from .roles import STAFF_ROLE

_asking: ContextVar[Actor | None] = ContextVar("registrar_actor", default=None)


class NobodyAsking(RuntimeError):
    """Tenant data were touched outside `acting_as`: a programming error, never an empty page."""


def current_actor() -> Actor | None:
    return _asking.get()


def require_actor() -> Actor:
    actor = _asking.get()
    if actor is None:
        raise NobodyAsking("Enter the fence with acting_as(actor) before touching tenant data.")
    return actor


@contextmanager
def acting_as(actor: Actor) -> Iterator[Actor]:
    """One transaction as `actor`; what is written commits when the block ends well.

    Never nested: one request or task is one asker. RuntimeError otherwise.
    """
    if _asking.get() is not None:
        raise RuntimeError("acting_as can't be nested")
    with _told(account_id=actor.account_id, staff=actor.is_staff):
        token = _asking.set(actor)
        try:
            yield actor
        finally:
            _asking.reset(token)


@contextmanager
def for_the_registrar() -> Iterator[None]:
    """A moment inside `acting_as` for tables that belong to the registrar and to no account.

    The database takes the asker for staff: read and write only such tables here, and hand
    nothing on that another account has said. NobodyAsking outside the fence.
    """
    if require_actor().is_staff:
        yield
        return
    _take_role(STAFF_ROLE)
    try:
        yield
    finally:
        # A transaction or savepoint that is rolled back takes the role back by itself.
        if not connection.needs_rollback and not _is_broken():
            _take_role("none")


def _take_role(name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('role', %s, true)", [name])


@contextmanager
def looking_up(*, user_id: int | None = None, secret: str = "") -> Iterator[None]:
    """One transaction before the account is known: only rows that a user or a secret opens.

    The tables that allow it (memberships of the user, the key or invitation whose public part
    is `secret`) have a SELECT policy for it; every other table shows nothing.
    """
    with _told(user_id=user_id, secret=secret):
        yield


@contextmanager
def _told(
    *,
    account_id: int | None = None,
    user_id: int | None = None,
    secret: str = "",
    staff: bool = False,
) -> Iterator[None]:
    inside_another = connection.in_atomic_block
    with transaction.atomic():
        _tell_database(account_id=account_id, user_id=user_id, secret=secret, staff=staff)
        try:
            yield
        finally:
            if inside_another:
                _leave()


def _tell_database(
    *,
    account_id: int | None = None,
    user_id: int | None = None,
    secret: str = "",
    staff: bool = False,
) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('registrar.account', %s, true),"
            " set_config('registrar.user', %s, true),"
            " set_config('registrar.secret', %s, true),"
            " set_config('role', %s, true)",
            [
                "" if account_id is None else str(account_id),
                "" if user_id is None else str(user_id),
                secret,
                STAFF_ROLE if staff else "none",
            ],
        )


def _leave() -> None:
    # The settings end with the transaction; where this block was only a savepoint of an outer
    # one, they would outlive it. A broken transaction resets them by itself, and asking it
    # anything would hide the error that broke it.
    if not connection.needs_rollback and not _is_broken():
        _tell_database()


def _is_broken() -> bool:
    raw = connection.connection
    return raw is None or raw.info.transaction_status == TransactionStatus.INERROR
