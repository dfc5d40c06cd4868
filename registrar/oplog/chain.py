"""The digest that makes the log tamper-evident (pure)."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Any

GENESIS = ""


def digest_of(key: str, previous: str, content: Mapping[str, Any]) -> str:
    """HMAC-SHA256, in hex, over the previous digest and the entry's content.

    Keyed, so that somebody who can write to the database but doesn't hold the key can't
    recompute the chain. `content` must be JSON values only; key order does not matter.
    """
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    message = f"{previous}\n{text}".encode()
    return hmac.new(key.encode(), message, hashlib.sha256).hexdigest()
