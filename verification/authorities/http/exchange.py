"""One signed question and its signed answer, within limits of time and size."""

import ipaddress
import ssl
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httpx2

from verification.authorities.port import AuthorityError, Reached

from .signing import SignatureRefused, sign_request, verify_answer

JSON_TYPE = "application/json"
PROBLEM_TYPE = "application/problem+json"
PICTURE_TYPE = "application/octet-stream"
MOST_BYTES = 64 * 1024
# Asking and sending together stay below CELERY_TASK_SOFT_TIME_LIMIT.
LONGEST_TIMEOUT = 25
# Answers that speak of this one request; the authority itself is well.
_ABOUT_CASE = frozenset({400, 409, 413, 415, 422})
_NOT_FOUND = 404


@dataclass(frozen=True, slots=True)
class Heard:
    """An answer whose signature was verified: 2xx, or 404 as the contract has it."""

    status: int
    body: bytes = field(repr=False)
    media_type: str


class Exchange:
    """All calls of one step; `row.timeout` seconds for all of them together.

    No redirects, no proxies and no credentials of the environment; TLS by the system's trust
    store. Plain HTTP goes to this machine only. AuthorityError for whatever goes wrong.
    """

    def __init__(self, row: Reached) -> None:
        self._row = row
        self._base = _checked_base(row)
        seconds = min(max(row.timeout, 1), LONGEST_TIMEOUT)
        self._ends = time.monotonic() + seconds
        self._client = httpx2.Client(
            follow_redirects=False,
            trust_env=False,
            headers={"Accept": JSON_TYPE, "Accept-Encoding": "identity"},
        )

    def __enter__(self) -> "Exchange":
        return self

    def __exit__(self, *_raised: object) -> None:
        self._client.close()

    def send(self, method: str, path: str, body: bytes = b"", media_type: str = "") -> Heard:
        """Ask below the base address; `path` begins with a slash."""
        headers = {"Content-Type": media_type} if body else {}
        left = self._left()
        try:
            request = self._client.build_request(
                method, self._base + path, content=body or None, headers=headers, timeout=left
            )
        except httpx2.InvalidURL:
            raise AuthorityError("setup") from None
        sign_request(request, body=body, key_id=self._row.key_id, secret=self._row.secret or "")
        try:
            answer = self._client.send(request, stream=True)
            try:
                content = self._read(answer)
            finally:
                answer.close()
        except httpx2.HTTPError as error:
            raise AuthorityError(_kind_of(error)) from None
        return self._heard(answer, content)

    def _left(self) -> float:
        left = self._ends - time.monotonic()
        if left <= 0:
            raise AuthorityError("timeout")
        return left

    def _read(self, answer: httpx2.Response) -> bytes:
        content = b""
        for part in answer.iter_raw():
            content += part
            if len(content) > MOST_BYTES:
                raise AuthorityError("too_big")
            self._left()
        return content

    def _heard(self, answer: httpx2.Response, content: bytes) -> Heard:
        status = answer.status_code
        if not answer.is_success and status != _NOT_FOUND:
            raise AuthorityError(
                "redirect" if answer.is_redirect else f"status_{status}",
                about_case=status in _ABOUT_CASE,
                retry_after=_seconds(answer.headers.get("Retry-After", "")),
            )
        row = self._row
        try:
            verify_answer(
                answer,
                body=content,
                key_id=row.callback_key_id,
                keys=(row.callback_secret, row.callback_secret_before),
            )
        except SignatureRefused:
            raise AuthorityError("signature") from None
        media_type = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        return Heard(status, content, media_type)


def _checked_base(row: Reached) -> str:
    """The base address without its last slash; AuthorityError("setup") where the row lacks what
    a call needs, or pictures of documents would go over the net in the clear."""
    place = urlsplit(row.base_url)
    secure = place.scheme == "https" or (place.scheme == "http" and _is_here(place.hostname))
    if not (secure and place.hostname and row.key_id and row.secret):
        raise AuthorityError("setup")
    if not (row.callback_key_id and row.callback_secret):
        raise AuthorityError("setup")
    return row.base_url.rstrip("/")


def _is_here(host: str | None) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host or "").is_loopback
    except ValueError:
        return False


def _kind_of(error: httpx2.HTTPError) -> str:
    if isinstance(error, httpx2.TimeoutException):
        return "timeout"
    if any(isinstance(cause, ssl.SSLError) for cause in _causes(error)):
        return "tls"
    return "refused" if isinstance(error, httpx2.ConnectError) else "broken_off"


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _seconds(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 0
