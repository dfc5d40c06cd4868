"""API keys: `zm_<prefix>_<secret>`. The prefix finds the row, the secret is kept as a hash.

SHA-256 without salt is enough for a secret of 256 random bits; there is nothing to guess.
"""

import hashlib
import re
import secrets

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone

from registrar.tenancy.actor import Actor, ActorKind
from registrar.tenancy.context import looking_up

from .key_secrets import matching_secret
from .key_use import note_refused_network, note_use
from .models import ApiKey
from .networks import is_inside
from .request_actor import client_ip, request_id
from .services.refusals import NetworkNotAllowed

_MARK = "zm"
_SHAPE = re.compile(r"zm_(?P<prefix>[0-9a-f]{12})_[A-Za-z0-9_-]{43}")


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
    """Who holds this key, or None when it is malformed, unknown, expired, revoked or rotated away.

    NetworkNotAllowed for a right key from an address that it may not be used from.
    """
    shape = _SHAPE.fullmatch(text)
    key = _find(shape["prefix"]) if shape else None
    now = timezone.now()
    secret = matching_secret(key, hash_key(text), now) if key else None
    if key is None or secret is None:
        return None
    if key.revoked_at or (key.expires_at and key.expires_at <= now):
        return None
    actor = _actor(key, request)
    if key.networks and not is_inside(actor.ip, key.networks):
        note_refused_network(key, actor, now)
        raise NetworkNotAllowed()
    note_use(key, secret, actor, now)
    return actor


def _find(prefix: str) -> ApiKey | None:
    with looking_up(secret=prefix):
        found = Q(prefix=prefix) | Q(former_prefix=prefix)
        return ApiKey.unfenced_manager.filter(found).first()


def _actor(key: ApiKey, request: HttpRequest) -> Actor:
    return Actor(
        kind=ActorKind.KEY,
        account_id=key.account_id,
        label=key.name,
        key_id=key.pk,
        permissions=frozenset(key.scopes),
        ip=client_ip(request),
        request_id=request_id(request),
    )
