"""API keys: `zm_<prefix>_<secret>`. The prefix finds the row, the secret is kept as a hash.

SHA-256 without salt is enough for a secret of 256 random bits; there is nothing to guess.
"""

import datetime as dt
import hashlib
import hmac
import re
import secrets

from django.http import HttpRequest
from django.utils import timezone

from registrar.tenancy.actor import Actor, ActorKind
from registrar.tenancy.context import acting_as, looking_up

from .models import ApiKey
from .request_actor import client_ip, request_id

_MARK = "zm"
_SHAPE = re.compile(r"zm_(?P<prefix>[0-9a-f]{12})_[A-Za-z0-9_-]{43}")
_USED_EVERY = dt.timedelta(minutes=1)


def make_key() -> tuple[str, str, str]:
    """A new key: (the whole text, to be shown once; its prefix; its hash)."""
    prefix = secrets.token_hex(6)
    text = f"{_MARK}_{prefix}_{secrets.token_urlsafe(32)}"
    return text, prefix, hash_key(text)


def hash_key(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def sent_prefix(request: HttpRequest) -> str:
    """The prefix of the key that a request sends; "" when it sends nothing like a key."""
    shape = _SHAPE.fullmatch(sent_key(request))
    return shape["prefix"] if shape else ""


def sent_key(request: HttpRequest) -> str:
    """What stands behind `Authorization: Bearer`; "" for another scheme or none."""
    scheme, _space, text = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
    return str(text).strip() if scheme.lower() == "bearer" else ""


def actor_for_key(text: str, request: HttpRequest) -> Actor | None:
    """Who holds this key, or None when it is malformed, unknown, expired or revoked."""
    shape = _SHAPE.fullmatch(text)
    if shape is None:
        return None
    with looking_up(secret=shape["prefix"]):
        key = ApiKey.unfenced_manager.filter(prefix=shape["prefix"]).first()
    now = timezone.now()
    if key is None or not hmac.compare_digest(key.secret_hash, hash_key(text)):
        return None
    if key.revoked_at or (key.expires_at and key.expires_at <= now):
        return None
    actor = Actor(
        kind=ActorKind.KEY,
        account_id=key.account_id,
        label=key.name,
        key_id=key.pk,
        permissions=frozenset(key.scopes),
        ip=client_ip(request),
        request_id=request_id(request),
    )
    _note_use(key, actor, now)
    return actor


def _note_use(key: ApiKey, actor: Actor, now: dt.datetime) -> None:
    # Once a minute is exact enough for people and spares every call a write.
    if key.last_used_at and now - key.last_used_at < _USED_EVERY:
        return
    with acting_as(actor):
        ApiKey.objects.filter(pk=key.pk).update(last_used_at=now)
