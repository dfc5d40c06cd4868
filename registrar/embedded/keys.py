"""Keys of an embedded installation: made once, kept in one private file."""

import base64
import json
import os
import secrets
from pathlib import Path
from typing import Any


def make_keys() -> dict[str, Any]:
    """Fresh keys in the shape of the settings of the same names."""
    return {
        "secret_key": secrets.token_urlsafe(48),
        "oplog_key": secrets.token_urlsafe(32),
        "field_keyring": {
            "current": "k1",
            "keys": {"k1": base64.b64encode(secrets.token_bytes(32)).decode()},
        },
    }


def load_or_make_keys(path: Path) -> dict[str, Any]:
    """The keys in `path`; made with mode 0600 when the file is absent.

    Two processes that start together agree: the file is created exclusively, and the loser
    reads what the winner wrote.
    """
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    keys = make_keys()
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(keys, file)
    return keys
