"""Personal data at rest: sealed with AES-256-GCM, keys outside the database.

`fields` and `storage` know Django, the rest is pure. See docs/decisions/0002.
"""

from .envelope import key_id_of, open_sealed, reseal, seal
from .errors import DecryptionError, KeyringError
from .index import blind_index, blind_indexes
from .keys import Keyring

__all__ = [
    "DecryptionError",
    "Keyring",
    "KeyringError",
    "blind_index",
    "blind_indexes",
    "key_id_of",
    "open_sealed",
    "reseal",
    "seal",
]
