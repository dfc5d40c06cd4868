"""One call and its answer, repeated where that is safe."""

import json
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import httpx2

from .addresses import api_address, is_this_machine
from .errors import ApiError, NotAnAnswer, TimedOut, Unreachable, error_of
from .how import How
from .retries import Retries, invites_another, retry_after

_SAFE = frozenset({"GET", "HEAD"})
_CONNECT_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Answer:
    """`data` is the JSON, None where the body is empty."""

    status: int
    headers: Mapping[str, str]
    content: bytes
    data: Any = None


class Transport:
    """Calls below one base address with one key. Closed by `close`.

    Every unsafe call carries an Idempotency-Key, so that it may be made again when its answer
    is lost. Redirects are not followed: the key goes to the named server and nowhere else.
    """

    def __init__(
        self,
        server: str,
        key: str,
        *,
        language: str = "en",
        timeout: float = 30.0,
        retries: Retries = Retries(),  # noqa: B008 - it is frozen
        allow_http: bool = False,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.base = api_address(server, allow_http=allow_http)
        self._retries, self._sleep = retries, sleep
        self._client = httpx2.Client(
            follow_redirects=False,
            trust_env=not is_this_machine(self.base),
            timeout=httpx2.Timeout(timeout, connect=min(timeout, _CONNECT_SECONDS)),
            headers={
                "Authorization": f"Bearer {key}",
                "Accept-Language": language,
                "User-Agent": "zhengming-client/1",
            },
        )

    def close(self) -> None:
        self._client.close()

    def call(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        body: Any = None,
        files: Mapping[str, Any] | None = None,
        fields: Mapping[str, str] | None = None,
        how: How | None = None,
    ) -> Answer:
        """Make a call; ApiError for a refusal, Unreachable or NotAnAnswer for anything else."""
        how = how or {}
        params = {k: str(v) for k, v in (query or {}).items() if v is not None}
        if how.get("dry_run"):
            params["dry_run"] = "true"
        request = self._client.build_request(
            method,
            self.base + path,
            params=params or None,
            json=body,
            files=files,
            data=fields,
            headers=_headers(method, how),
        )
        # Read once: a repetition sends the very same bytes, multipart boundary included.
        request.read()
        return self._until_answered(request)

    def _until_answered(self, request: httpx2.Request) -> Answer:
        attempt = 0
        while True:
            attempt += 1
            try:
                return self._once(request)
            except (ApiError, Unreachable) as error:
                wait = self._wait(error, attempt)
                if wait is None:
                    raise
            self._sleep(wait)

    def _once(self, request: httpx2.Request) -> Answer:
        try:
            return _checked(self._client.send(request))
        except httpx2.TimeoutException as error:
            raise TimedOut(f"{request.url.host} did not answer in time.") from error
        except httpx2.HTTPError as error:
            raise Unreachable(f"{request.url.host} can't be reached: {error}") from error

    def _wait(self, error: ApiError | Unreachable, attempt: int) -> float | None:
        if isinstance(error, Unreachable):
            return self._retries.wait_after(attempt, None)
        asked = error.retry_after
        if not invites_another(error.status, error.code, asked=asked):
            return None
        return self._retries.wait_after(attempt, asked)


def _headers(method: str, how: How) -> dict[str, str]:
    headers = {"Accept": "*/*"}
    if method not in _SAFE:
        headers["Idempotency-Key"] = how.get("idempotency_key") or str(uuid.uuid4())
    if how.get("if_match"):
        headers["If-Match"] = how["if_match"]
    return headers


def _checked(response: httpx2.Response) -> Answer:
    media_type = response.headers.get("Content-Type", "").partition(";")[0].strip()
    is_json = media_type == "application/json" or media_type.endswith("+json")
    data = _json(response) if is_json and response.content else None
    if response.status_code >= 400 and isinstance(data, dict) and "code" in data:
        asked = retry_after(response.headers)
        raise error_of(response.status_code, data, retry_after=asked)
    if response.status_code in {429, 502, 503, 504}:
        # A proxy's own page: what it means is clear without its words.
        body = {"code": "unavailable", "detail": f"HTTP {response.status_code}"}
        raise error_of(response.status_code, body, retry_after=retry_after(response.headers))
    if not response.is_success:
        raise NotAnAnswer(
            f"{response.url} answered {response.status_code} and not as this API does."
        )
    return Answer(response.status_code, response.headers, response.content, data)


def _json(response: httpx2.Response) -> Any:
    try:
        return json.loads(response.content)
    except ValueError as error:
        raise NotAnAnswer(f"{response.url} answered something that is not JSON.") from error
