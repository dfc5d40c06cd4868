"""The authority's own reading of the contract's signatures, straight on the library."""

import datetime as dt
import secrets
from dataclasses import dataclass, field
from typing import Any

from http_message_signatures import (
    HTTPMessageSignaturesException,
    HTTPMessageSigner,
    HTTPMessageVerifier,
    MappingKeyResolver,
    algorithms,
)

from .options import Key

_HMAC = algorithms.HMAC_SHA256


@dataclass(slots=True)
class Request:
    method: str
    url: str
    headers: dict[str, str]


@dataclass(slots=True)
class Response:
    status_code: int
    headers: dict[str, str]
    request: Request
    body: bytes = field(default=b"", repr=False)


class _Verifier(HTTPMessageVerifier):
    max_clock_skew = dt.timedelta(seconds=60)


def is_signed(request: Request, body: bytes, key: Key) -> bool:
    """Whether the registrar's key signed all that has to be signed of this request."""
    wanted = ["@method", "@authority", "@path", *(["content-type"] if body else [])]
    verifier = _Verifier(signature_algorithm=_HMAC, key_resolver=_resolver(key))
    try:
        found = verifier.verify(
            request,
            max_age=dt.timedelta(minutes=5),
            expect_tag="zhengming-request",
            require_components=wanted,
            body=body,
        )
    except HTTPMessageSignaturesException:
        return False
    return all("nonce" in one.parameters and "expires" in one.parameters for one in found)


def sign_answer(answer: Response, key: Key) -> None:
    covered = ["@status", '"@method";req', '"@path";req', '"signature";req;key="zm"']
    if answer.body:
        covered.append("content-type")
    _sign(answer, answer.body, key, tag="zhengming-answer", covered=covered)


def sign_callback(request: Any, body: bytes, key: Key) -> None:
    covered = ["@method", "@authority", "@path", "content-type"]
    _sign(request, body, key, tag="zhengming-callback", covered=covered)


def spoiled(key: Key) -> Key:
    """The same id with another secret."""
    return Key(key.key_id, key.secret + "x")


def _sign(message: Any, body: bytes, key: Key, *, tag: str, covered: list[str]) -> None:
    now = dt.datetime.now(dt.UTC)
    HTTPMessageSigner(signature_algorithm=_HMAC, key_resolver=_resolver(key)).sign(
        message,
        key_id=key.key_id,
        created=now,
        expires=now + dt.timedelta(minutes=5),
        nonce=secrets.token_urlsafe(16),
        label="zm",
        tag=tag,
        covered_component_ids=covered,
        body=body or None,
    )


def _resolver(key: Key) -> MappingKeyResolver:
    secret = {key.key_id: key.secret.encode()}
    return MappingKeyResolver(public_keys=secret, private_keys=secret)
