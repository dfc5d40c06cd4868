"""Blind indexes: finding equal values without storing them in the clear."""

import hashlib
import hmac

from .keys import Keyring


def blind_index(keyring: Keyring, value: str, purpose: str) -> str:
    """Return the keyed digest of `value` for one purpose: 64 hex digits, HMAC-SHA256.

    Equal values of one purpose and key give equal digests, and nothing else does;
    normalise (case, width, spaces) before. The digest changes when the current key
    does: search with `blind_indexes` until rows are indexed anew.
    """
    return _digest(keyring, keyring.current, value, purpose)


def blind_indexes(keyring: Keyring, value: str, purpose: str) -> tuple[str, ...]:
    """Return the digests of `value` under every key of the ring, the current one first."""
    return tuple(_digest(keyring, key_id, value, purpose) for key_id in keyring.key_ids)


def _digest(keyring: Keyring, key_id: str, value: str, purpose: str) -> str:
    key = keyring.derive(key_id, f"index:{purpose}")
    return hmac.new(key, value.encode(), hashlib.sha256).hexdigest()
