"""Whose picture a worker takes next, and what becomes of a row that was taken.

The rows are the queue; a message only wakes a worker. Accounts take turns: the one that was
served longest ago comes first, so that thousands of one account's pictures delay nobody else's.
A worker *takes* a row by moving `due_at` ahead (its lease), works outside of any transaction,
and writes the result in another. A picture that breaks it again and again is given up.
"""

import datetime as dt
from collections.abc import Callable
from typing import TypeVar

from django.db.models import DateTimeField, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Greatest
from django.utils import timezone

from registrar.accounts.models import Account
from registrar.jobs import lease_until
from verification.models import MaterialReading, Rendition
from verification.models.picture_work import PictureWork

from .forwarding import pause_after

MAX_ATTEMPTS = 3
# After which one that was given up is tried again, when somebody asks for it.
REVIVED_AFTER = dt.timedelta(hours=1)
WORK: tuple[type[PictureWork], ...] = (MaterialReading, Rendition)

_Row = TypeVar("_Row", bound=PictureWork)


def count_due(*, limit: int) -> int:
    """How many rows wait for a worker, counted up to `limit`; as staff, across accounts."""
    found = sum(model.objects.filter(_due())[:limit].count() for model in WORK)
    return min(found, limit)


def account_in_turn() -> int | None:
    """Of the accounts with something to do the one that was served longest ago, those first
    that never were; as staff, across accounts. One query."""
    waiting = Q()
    for model in WORK:
        waiting |= Q(pk__in=model.objects.filter(_due()).values("account_id"))
    served = Greatest(*map(_last_taken, WORK))
    in_turn = Account.objects.filter(waiting).order_by(served.asc(nulls_first=True), "pk")
    return in_turn.values_list("pk", flat=True).first()


def take_next(rows: QuerySet[_Row], *, give_up: Callable[[_Row], None]) -> _Row | None:
    """Lease what has waited longest; None when nothing is due. Inside the fence.

    What was taken MAX_ATTEMPTS times without a result is given up on the way.
    """
    locked = rows.select_for_update(of=("self",), skip_locked=True)
    due = locked.filter(_due()).order_by("due_at", "pk")
    while (row := due.first()) is not None and row.attempts >= MAX_ATTEMPTS:
        row.due_at = None
        give_up(row)
        row.save()
    if row is not None:
        row.attempts += 1
        row.taken_at = timezone.now()
        row.due_at = lease_until()
        row.save()
    return row


def queue_anew(row: PictureWork) -> None:
    """As if it had never been tried; the caller moves its state and saves."""
    row.attempts = row.troubles = 0
    row.wanted_at = row.due_at = timezone.now()


def may_be_revived(row: PictureWork) -> bool:
    """Whether one that was given up has rested long enough."""
    return row.updated_at + REVIVED_AFTER < timezone.now()


def lock_taken(rows: QuerySet[_Row], pk: int) -> _Row | None:
    """A row that is still to be done; None where another worker has been faster."""
    locked = rows.select_for_update(of=("self",))
    return locked.filter(pk=pk, due_at__isnull=False).first()


def note_trouble(model: type[PictureWork], pk: int) -> None:
    """The work failed: again a little later, and given up in the end."""
    row = lock_taken(model.objects.all(), pk)
    if row is not None:
        row.due_at = timezone.now() + pause_after(row.attempts)
        row.save()


def postpone(model: type[PictureWork], pk: int) -> None:
    """Storage or the models failed, which says nothing about the picture: the taking doesn't
    count, and it is tried again each time later, at most an hour, until it works."""
    row = lock_taken(model.objects.all(), pk)
    if row is not None:
        row.attempts = max(row.attempts - 1, 0)
        row.troubles = min(row.troubles + 1, 32767)
        row.due_at = timezone.now() + pause_after(row.troubles)
        row.save()


def _due() -> Q:
    return Q(due_at__lte=timezone.now())


def _last_taken(model: type[PictureWork]) -> Subquery:
    own = model.objects.filter(account_id=OuterRef("pk"), taken_at__isnull=False)
    return Subquery(
        own.order_by(F("taken_at").desc()).values("taken_at")[:1], output_field=DateTimeField()
    )
