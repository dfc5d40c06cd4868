"""Signatures of the contract with an authority: RFC 9421 with Content-Digest of RFC 9530.

hmac-sha256 by keys that both sides share. What has to be signed, and for how long a signature
counts, is stated here; the rest is http-message-signatures.
"""

import datetime as dt
import secrets
from collections.abc import Sequence
from typing import Any

from http_message_signatures import (
    HTTPMessageSignaturesException,
    HTTPMessageSigner,
    HTTPMessageVerifier,
    MappingKeyResolver,
    algorithms,
)

LABEL = "zm"
# Tags keep a signature of one purpose from being used for another.
REQUEST_TAG = "zhengming-request"
ANSWER_TAG = "zhengming-answer"
CALLBACK_TAG = "zhengming-callback"
# How far the clocks may differ, and how old a message may be.
CLOCK_SKEW = dt.timedelta(seconds=60)
MAX_AGE = dt.timedelta(minutes=5)

_OF_REQUEST = ("@method", "@authority", "@path")
_WITH_BODY = (*_OF_REQUEST, "content-type")
# An answer belongs to one request: to its signature, which no other request has.
_OF_ANSWER = ("@status", '"@method";req', '"@path";req', f'"signature";req;key="{LABEL}"')


class SignatureRefused(Exception):
    """Missing, wrong, too old, by an unknown key, or it leaves out what has to be signed."""


class _Verifier(HTTPMessageVerifier):
    max_clock_skew = CLOCK_SKEW


def sign_request(request: Any, *, body: bytes, key_id: str, secret: str) -> None:
    """Sign a request (`method`, `url`, `headers`) in place, with the digest of its body."""
    signer = HTTPMessageSigner(
        signature_algorithm=algorithms.HMAC_SHA256,
        key_resolver=MappingKeyResolver(public_keys={}, private_keys={key_id: secret.encode()}),
    )
    now = dt.datetime.now(dt.UTC)
    signer.sign(
        request,
        key_id=key_id,
        created=now,
        expires=now + MAX_AGE,
        nonce=secrets.token_urlsafe(16),
        label=LABEL,
        tag=REQUEST_TAG,
        covered_component_ids=_WITH_BODY if body else _OF_REQUEST,
        body=body if body else None,
    )


def verify_answer(answer: Any, *, body: bytes, key_id: str, keys: Sequence[str | None]) -> None:
    """SignatureRefused unless one of `keys` signed this answer (`status_code`, `headers`,
    `request`) with its body, to this very request."""
    components = (*_OF_ANSWER, "content-type") if body else _OF_ANSWER
    _verify(answer, body, _named(key_id, keys), tag=ANSWER_TAG, components=components)


def verify_callback(request: Any, *, body: bytes, key_id: str, keys: Sequence[str | None]) -> None:
    """The same of what an authority sends by itself."""
    _verify(request, body, _named(key_id, keys), tag=CALLBACK_TAG, components=_WITH_BODY)


def _named(key_id: str, keys: Sequence[str | None]) -> list[dict[str, bytes]]:
    """The secrets that are set, each by the key's id; none where the key has no id."""
    return [{key_id: key.encode()} for key in keys if key and key_id]


def _verify(
    message: Any,
    body: bytes,
    keys: Sequence[dict[str, bytes]],
    *,
    tag: str,
    components: Sequence[str],
) -> None:
    if not any(_verifies(message, body, key, tag, components) for key in keys):
        raise SignatureRefused


def _verifies(
    message: Any, body: bytes, keys: dict[str, bytes], tag: str, components: Sequence[str]
) -> bool:
    verifier = _Verifier(
        signature_algorithm=algorithms.HMAC_SHA256,
        key_resolver=MappingKeyResolver(public_keys=keys, private_keys={}),
    )
    try:
        verifier.verify(
            message, max_age=MAX_AGE, expect_tag=tag, require_components=components, body=body
        )
    except HTTPMessageSignaturesException:
        return False
    return True
