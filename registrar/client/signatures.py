"""Verifying what a webhook brings, as Standard Webhooks has it (https://www.standardwebhooks.com).

Receivers in other languages use that project's libraries; the scheme is version 1.
"""

import base64
import binascii
import hashlib
import hmac
import time
from collections.abc import Mapping

from .errors import ClientError
from .texts import gettext as _

_PREFIX, _VERSION = "whsec_", "v1"
# Seconds by which the clocks may differ: an old message can't be played again.
TOLERANCE = 300
# Bytes, by the same standard.
_SHORTEST = 24


class BadSignature(ClientError):
    """Not from the holder of the secret, or too old."""


def verify(
    secret: str, headers: Mapping[str, str], body: bytes, *, now: float | None = None
) -> None:
    """Raise BadSignature unless one of the signatures is right.

    `headers` are named in small letters; `body` is what came, byte for byte.
    """
    number, stamp = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    moment = time.time() if now is None else now
    if not (stamp.isascii() and stamp.isdigit()) or abs(moment - int(stamp)) > TOLERANCE:
        raise BadSignature(_("no time, or one too far from now"))
    expected = hmac.digest(_key(secret), f"{number}.{stamp}.".encode() + body, hashlib.sha256)
    for signature in headers.get("webhook-signature", "").split():
        version, _comma, text = signature.partition(",")
        if version == _VERSION and hmac.compare_digest(_decoded(text), expected):
            return
    raise BadSignature(_("no signature is right"))


def is_secret(text: str) -> bool:
    """Whether it looks like an endpoint's secret: `whsec_` and base64 of at least 24 bytes."""
    try:
        return text.startswith(_PREFIX) and len(_key(text)) >= _SHORTEST
    except BadSignature:
        return False


def _key(secret: str) -> bytes:
    try:
        return base64.b64decode(secret.removeprefix(_PREFIX), validate=True)
    except ValueError as error:  # binascii.Error, or letters beyond ASCII
        raise BadSignature(_("the secret is none (whsec_…)")) from error


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
