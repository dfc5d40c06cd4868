"""The one or two secrets of a key: which one was sent, and how one takes the other's place."""

import datetime as dt
import hmac
from enum import StrEnum

from .models import ApiKey

FORMER_FIELDS = ("former_prefix", "former_hash", "former_ends_at", "former_used_at")


class Secret(StrEnum):
    CURRENT = "current"
    FORMER = "former"


def matching_secret(key: ApiKey, digest: str, now: dt.datetime) -> Secret | None:
    """Which secret of `key` has this hash; the former one only until its end.

    Both are compared whatever the first says: the time tells nothing.
    """
    current = hmac.compare_digest(key.secret_hash, digest)
    former = hmac.compare_digest(key.former_hash, digest) and overlaps(key, now)
    if current:
        return Secret.CURRENT
    return Secret.FORMER if former else None


def overlaps(key: ApiKey, now: dt.datetime) -> bool:
    """Whether the former secret still works."""
    return key.former_ends_at is not None and key.former_ends_at > now


def both_in_use(key: ApiKey, now: dt.datetime) -> bool:
    """Whether a rotation would cut somebody off: the former secret works, the current was used."""
    return overlaps(key, now) and key.last_used_at is not None


def replace_current(
    key: ApiKey, *, prefix: str, secret_hash: str, former_ends_at: dt.datetime
) -> None:
    """Make the current secret the former one, and another the current one. Saves nothing."""
    key.former_prefix, key.former_hash = key.prefix, key.secret_hash
    key.former_used_at, key.former_ends_at = key.last_used_at, former_ends_at
    put_current(key, prefix=prefix, secret_hash=secret_hash)


def put_current(key: ApiKey, *, prefix: str, secret_hash: str) -> None:
    key.prefix, key.secret_hash, key.last_used_at = prefix, secret_hash, None


def forget_former(key: ApiKey) -> None:
    """Leave `key` with its current secret. Saves nothing."""
    key.former_prefix, key.former_hash = None, ""
    key.former_ends_at = key.former_used_at = None
