"""The only writers of IdempotentCall: who runs a call, what it answered, and for how long.

All inside the fence. The row is written before the call runs, in a transaction of its own, and
the answer in the transaction of the effect: a process that is killed leaves both or neither.
"""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.api.models import IdempotentCall
from registrar.errors import NotPermitted
from registrar.tenancy.actor import Actor

from .errors import KeyReused, StillRunning

KEPT = dt.timedelta(hours=24)
# Longer than any request lives: whoever holds a call for so long is dead.
LEASE = dt.timedelta(seconds=90)
_AT_ONCE = 10_000


@transaction.atomic
def take_call(*, actor: Actor, key: str, fingerprint: str) -> IdempotentCall:
    """The call that `key` stands for: answered already (`status`), or taken for this attempt.

    KeyReused when the key stands for another call, StillRunning while another attempt holds it,
    NotPermitted when the answer was given to a key that held scopes it has lost since.
    """
    if actor.account_id is None or actor.key_id is None:
        raise NotPermitted
    fresh = IdempotentCall(
        account_id=actor.account_id,
        api_key_id=actor.key_id,
        key=key,
        fingerprint=fingerprint,
        scopes=sorted(actor.permissions),
        attempt=uuid.uuid4(),
        leased_until=timezone.now() + LEASE,
        expires_at=timezone.now() + KEPT,
    )
    IdempotentCall.objects.bulk_create([fresh], ignore_conflicts=True)
    known = IdempotentCall.objects.select_for_update().filter(api_key_id=actor.key_id, key=key)
    row: IdempotentCall | None = known.first()
    if row is None:
        raise StillRunning  # it was given up between the two statements
    if row.attempt == fresh.attempt:
        return row
    return _known(row, fresh, actor)


def keep_answer(
    *, call: IdempotentCall, status: int, headers: Mapping[str, str], body: str
) -> None:
    """What a call answered, as the last thing in the transaction of its effect; once more where
    it can tell more after it.

    StillRunning, which undoes the effect, where another attempt has taken the call over.
    """
    kept = _attempt(call).update(
        status=status, headers=dict(headers), body=body, updated_at=timezone.now()
    )
    if not kept:
        raise StillRunning


def give_up_call(*, call: IdempotentCall) -> None:
    """It changed nothing: the key is free again. Nothing to do where an answer is kept."""
    _attempt(call).filter(status__isnull=True).delete()


def forget_calls() -> int:
    """Delete those whose day is over, a portion of them; as staff. Returns how many."""
    over = IdempotentCall.objects.filter(expires_at__lte=timezone.now()).order_by("expires_at")
    count, _kinds = IdempotentCall.objects.filter(pk__in=over.values("pk")[:_AT_ONCE]).delete()
    return count


def _known(row: IdempotentCall, fresh: IdempotentCall, actor: Actor) -> IdempotentCall:
    now = timezone.now()
    if row.expires_at <= now:
        return _take_over(row, fresh)
    if row.fingerprint != fresh.fingerprint:
        raise KeyReused
    if row.status is not None:
        for scope in row.scopes:
            require(actor, Permission(scope))
        return row
    if row.leased_until > now:
        raise StillRunning
    return _take_over(row, fresh)


def _take_over(row: IdempotentCall, fresh: IdempotentCall) -> IdempotentCall:
    taken: dict[str, Any] = {
        name: getattr(fresh, name)
        for name in ("fingerprint", "scopes", "attempt", "leased_until", "expires_at")
    }
    for name, value in (taken | {"status": None, "headers": {}, "body": None}).items():
        setattr(row, name, value)
    row.save()
    return row


def _attempt(call: IdempotentCall) -> QuerySet[IdempotentCall]:
    rows: QuerySet[IdempotentCall] = IdempotentCall.objects.filter(pk=call.pk)
    return rows.filter(attempt=call.attempt)
