"""Signatures as Standard Webhooks has them (https://www.standardwebhooks.com, version 1)."""

import base64
import datetime as dt
import secrets
from collections.abc import Iterable

from standardwebhooks import Webhook

_PREFIX = "whsec_"
# The specification asks for 24 to 64.
_SECRET_BYTES = 32


def new_secret() -> str:
    """A secret as receivers give it to their library: `whsec_` and base64."""
    return _PREFIX + base64.b64encode(secrets.token_bytes(_SECRET_BYTES)).decode()


def signature_headers(
    *, message_id: str, at: dt.datetime, body: str, keys: Iterable[str]
) -> dict[str, str]:
    """The three headers for `body`, signed at `at` (aware) with each of `keys`."""
    # The library takes whatever it is given for UTC.
    moment = at.astimezone(dt.UTC)
    signatures = [Webhook(key).sign(message_id, moment, body) for key in keys]
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(int(moment.timestamp())),
        "webhook-signature": " ".join(signatures),
    }
