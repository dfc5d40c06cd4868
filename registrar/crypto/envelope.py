"""Sealed bytes: version, key id, nonce and AES-256-GCM ciphertext in one string.

Layout: version (1 byte) | length of the key id (1) | key id | nonce (12) | ciphertext
with its 16-byte tag. Everything before the nonce is authenticated too, together with
the context, so that no part can be swapped or moved to another place.
"""

import secrets
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from .errors import DecryptionError
from .keys import Keyring

VERSION = 1
NONCE_BYTES = 12
TAG_BYTES = 16
PREFIX_BYTES = 2  # what must be read to know the length of the header
_PURPOSE = "seal"


class _Parts(NamedTuple):
    header: bytes
    key_id: str
    nonce: bytes
    ciphertext: bytes


def seal(keyring: Keyring, plaintext: bytes, aad: bytes) -> bytes:
    """Encrypt `plaintext` with the current key, bound to the context `aad`.

    Every call gives other bytes. Nonces are random, which is safe for 2**32 seals
    with one key (NIST SP 800-38D, section 8.3): rotate long before.
    """
    key_id = keyring.current.encode()
    header = bytes((VERSION, len(key_id))) + key_id
    nonce = secrets.token_bytes(NONCE_BYTES)
    cipher = AESGCM(keyring.derive(keyring.current, _PURPOSE))
    return header + nonce + cipher.encrypt(nonce, plaintext, header + aad)


def open_sealed(keyring: Keyring, sealed: bytes, aad: bytes) -> bytes:
    """Return what was sealed under the same `aad`.

    Raises DecryptionError when the key is not on the ring, the context differs, or
    any byte was changed; it never answers with something empty instead.
    """
    parts = _split(sealed)
    try:
        cipher = AESGCM(keyring.derive(parts.key_id, _PURPOSE))
        return cipher.decrypt(parts.nonce, parts.ciphertext, parts.header + aad)
    except KeyError:
        raise DecryptionError("sealed with a key that is not on the keyring") from None
    except InvalidTag:
        raise DecryptionError("sealed data is damaged or belongs elsewhere") from None


def key_id_of(sealed: bytes) -> str:
    """Return the id of the key that sealed this. DecryptionError: not sealed data."""
    return _split(sealed).key_id


def reseal(keyring: Keyring, sealed: bytes, aad: bytes) -> bytes:
    """Return the same content sealed with the current key, for rotation."""
    return seal(keyring, open_sealed(keyring, sealed, aad), aad)


def plaintext_size(prefix: bytes, sealed_size: int) -> int:
    """Return the size of what `sealed_size` bytes beginning with `prefix` hold.

    Reads nothing else, so it is not authenticated. DecryptionError: not sealed data.
    """
    size = sealed_size - _header_size(prefix) - NONCE_BYTES - TAG_BYTES
    if size < 0:
        raise DecryptionError("sealed data is cut short")
    return size


def _header_size(prefix: bytes) -> int:
    if len(prefix) < PREFIX_BYTES or prefix[0] != VERSION:
        raise DecryptionError("not sealed data of a known version")
    return PREFIX_BYTES + prefix[1]


def _split(sealed: bytes) -> _Parts:
    end = _header_size(sealed[:PREFIX_BYTES])
    plaintext_size(sealed[:PREFIX_BYTES], len(sealed))
    try:
        key_id = sealed[PREFIX_BYTES:end].decode("ascii")
    except UnicodeDecodeError:
        raise DecryptionError("sealed with a key that is not on the keyring") from None
    return _Parts(
        header=sealed[:end],
        key_id=key_id,
        nonce=sealed[end : end + NONCE_BYTES],
        ciphertext=sealed[end + NONCE_BYTES :],
    )
