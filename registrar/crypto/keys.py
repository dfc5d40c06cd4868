"""The keyring: named master keys, one of them current, subkeys derived by purpose."""

import base64
import binascii
import re
from collections.abc import Mapping

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from .errors import KeyringError

KEY_BYTES = 32
_KEY_ID = re.compile(r"[A-Za-z0-9_-]{1,32}")
_INFO_PREFIX = b"zhengming:v1:"


class Keyring:
    """Master keys by id. Sealing uses the current one; every other still opens.

    Neither repr nor errors show key material.
    """

    def __init__(self, *, current: str, keys: Mapping[str, bytes]) -> None:
        if current not in keys:
            raise KeyringError("the current key is not among the keys")
        for key_id, key in keys.items():
            if not _KEY_ID.fullmatch(key_id):
                raise KeyringError("a key id is 1-32 letters, digits, '-' or '_'")
            if len(key) != KEY_BYTES:
                raise KeyringError(f"key {key_id} is not {KEY_BYTES} bytes long")
        self.current = current
        self._keys = dict(keys)
        self._derived: dict[tuple[str, str], bytes] = {}

    @classmethod
    def parse(cls, setting: object) -> "Keyring":
        """Read `{"current": "k1", "keys": {"k1": "<base64 of 32 bytes>"}}`.

        Raises KeyringError for anything else.
        """
        match setting:
            case {"current": str(current), "keys": Mapping() as keys}:
                return cls(
                    current=current, keys={str(name): _decode(key) for name, key in keys.items()}
                )
            case _:
                raise KeyringError("a keyring is an object with 'current' and 'keys'")

    @property
    def key_ids(self) -> tuple[str, ...]:
        """Every key id, the current one first."""
        return (self.current, *(key_id for key_id in self._keys if key_id != self.current))

    def derive(self, key_id: str, purpose: str) -> bytes:
        """Return the 32-byte subkey of a master key for one purpose (HKDF-SHA256, RFC 5869).

        Raises KeyError when the keyring doesn't hold `key_id`.
        """
        slot = (key_id, purpose)
        if slot not in self._derived:
            kdf = HKDF(
                algorithm=SHA256(),
                length=KEY_BYTES,
                salt=None,
                info=_INFO_PREFIX + purpose.encode(),
            )
            self._derived[slot] = kdf.derive(self._keys[key_id])
        return self._derived[slot]

    def __repr__(self) -> str:
        return f"<Keyring {', '.join(self.key_ids)}>"


def _decode(key: object) -> bytes:
    if not isinstance(key, str):
        raise KeyringError("a key is base64 text")
    try:
        return base64.b64decode(key, validate=True)
    except binascii.Error as error:
        raise KeyringError("a key is not valid base64") from error
