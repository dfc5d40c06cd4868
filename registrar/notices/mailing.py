"""The outbox of notices: which are mailed together, to whom, and what became of it.

A mail is sent between two transactions: taken in the one, noted in the other. It is never sent
twice knowingly; a worker that dies between the mail server's yes and the note leaves rows whose
lease ends, and they are sent again: at least once, not exactly once.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from registrar.accounts.models import Membership
from registrar.accounts.permissions import ROLE_PERMISSIONS
from registrar.accounts.selectors import members_of
from registrar.jobs import lease_until
from registrar.tenancy.actor import Actor

from .kinds import kinds_closed_to
from .models import Notice
from .recipients import Wish, wishes_of
from .states import MailState

GIVE_UP_AFTER = dt.timedelta(days=1)
# More than a bulk operation makes, so that it becomes one mail; what is beyond follows.
_AT_ONCE = 2000
_FIRST_PAUSE = dt.timedelta(minutes=1)
_LONGEST_PAUSE = dt.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Parcel:
    """What one mail tells one member about one topic."""

    email: str
    account_name: str
    notices: tuple[Notice, ...]


def take_mail(*, actor: Actor, user_id: int, topic: str) -> Parcel | None:
    """Take what is due for this member, and what has come since the first of it, for a while.

    None when nothing is due, somebody else has it, or nobody wants it any more: members who
    left, lost the permission or switched mail off are not written to.
    """
    now = timezone.now()
    rows = list(
        _waiting()
        .select_for_update(skip_locked=True)
        .filter(Q(due_at__lte=now) | Q(attempts=0), user_id=user_id, topic=topic)
        .order_by("pk")[:_AT_ONCE]
    )
    if not any(row.due_at and row.due_at <= now for row in rows):
        return None
    member = _member(actor, user_id)
    wanted = _still_wanted(rows, member, topic)
    taken = {row.pk for row in wanted}
    _drop([row for row in rows if row.pk not in taken])
    if member is None or not wanted:
        return None
    Notice.objects.filter(pk__in=taken).update(due_at=lease_until(), attempts=F("attempts") + 1)
    return Parcel(member.user.email, member.account.name, tuple(wanted))


def note_mailed(*, parcel: Parcel) -> None:
    """The mail server has taken it."""
    now = timezone.now()
    rows = _locked(parcel)
    for row in rows:
        row.note_sent()
        row.mailed_at, row.due_at = now, None
    _save(rows)


def postpone_mail(*, parcel: Parcel) -> int:
    """The mail server has not taken it: again after a pause that doubles, from a minute to an
    hour. Notices older than a day are given up; returns how many."""
    now = timezone.now()
    rows = _locked(parcel)
    old = [row for row in rows if now - row.created_at > GIVE_UP_AFTER]
    for row in rows:
        row.due_at = now + _pause(row.attempts)
    for row in old:
        row.give_mail_up()
        row.due_at = None
    _save(rows)
    return len(old)


def _waiting() -> QuerySet[Notice]:
    return Notice.objects.filter(mail=MailState.WAITING)


def _locked(parcel: Parcel) -> list[Notice]:
    rows = _waiting().filter(pk__in=[row.pk for row in parcel.notices])
    return list(rows.select_for_update().order_by("pk"))


def _member(actor: Actor, user_id: int) -> Membership | None:
    members = members_of(int(actor.account_id or 0)).select_related("user", "account")
    return members.filter(user_id=user_id, user__is_active=True).first()


def _still_wanted(rows: Sequence[Notice], member: Membership | None, topic: str) -> list[Notice]:
    if member is None:
        return []
    if not wishes_of(member.account_id, member.user_id).get(topic, Wish()).by_mail:
        return []
    closed = kinds_closed_to(ROLE_PERMISSIONS[member.role])
    return [row for row in rows if row.kind not in closed]


def _drop(rows: Iterable[Notice]) -> None:
    dropped = list(rows)
    for row in dropped:
        row.drop_mail()
        row.due_at = None
    _save(dropped)


def _save(rows: Sequence[Notice]) -> None:
    now = timezone.now()
    for row in rows:
        row.updated_at = now
    Notice.objects.bulk_update(rows, ["mail", "due_at", "mailed_at", "updated_at"], batch_size=500)


def _pause(attempts: int) -> dt.timedelta:
    # Six doublings are past the hour; a larger power need not be reckoned.
    return min(_FIRST_PAUSE * 2 ** min(max(attempts - 1, 0), 6), _LONGEST_PAUSE)
