"""What is noted when a key is used: when, with which secret, and from where it may not be."""

import datetime as dt

from registrar.oplog.models import LogEntry, Result
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as

from .key_secrets import Secret
from .models import ApiKey

_USED_AT = {Secret.CURRENT: "last_used_at", Secret.FORMER: "former_used_at"}
# Once a minute is exact enough for people and spares every call a write.
_NOTED_EVERY = dt.timedelta(minutes=1)


def note_use(key: ApiKey, secret: Secret, actor: Actor, now: dt.datetime) -> None:
    """Write down that `secret` was used, at most once a minute."""
    used_at = getattr(key, _USED_AT[secret])
    if used_at and now - used_at < _NOTED_EVERY:
        return
    # By its hash: a rotation in between must not make a new secret look used.
    same = {"secret_hash": key.secret_hash, "former_hash": key.former_hash}
    with acting_as(actor):
        ApiKey.objects.filter(pk=key.pk, **same).update(**{_USED_AT[secret]: now})


def note_refused_network(key: ApiKey, actor: Actor, now: dt.datetime) -> None:
    """Log a use from outside of the key's networks, at most once a minute for each address."""
    with acting_as(actor):
        ApiKey.objects.select_for_update(no_key=True).get(pk=key.pk)
        noted = LogEntry.objects.filter(
            account_id=key.account_id,
            object_id=key.public_id,
            action="api_key.used_elsewhere",
            ip=actor.ip,
            occurred_at__gt=now - _NOTED_EVERY,
        )
        if not noted.exists():
            record(actor=actor, action="api_key.used_elsewhere", about=key, result=Result.REFUSED)
