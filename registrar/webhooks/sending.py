"""One POST to a receiver: bounded in time and size, no redirects, no proxies, no cookies."""

import ssl
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

import httpcore2

from .connecting import CheckedBackend, Deadline, Refused, Resolve, resolve
from .places import BadPlace, read_place
from .rules import Rules, current_rules
from .troubles import Trouble

# For everything together, from the name to the end of the answer (seconds).
LONGEST = 15
# What is kept of an answer; more is neither kept nor read.
KEPT_BODY = 4096
_KEPT_HEADERS = 40
_KEPT_HEADER = 300
# Nobody needs the receiver's cookies in a log.
_NOT_KEPT = frozenset({"set-cookie"})


@dataclass(frozen=True, slots=True)
class Letter:
    """What is sent to whom."""

    url: str
    headers: Mapping[str, str]
    body: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one attempt. `trouble` is a value of Trouble; "" means taken (2xx)."""

    trouble: str
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str = ""
    milliseconds: int = 0

    @property
    def taken(self) -> bool:
        return self.trouble == Trouble.NONE


def post(letter: Letter, *, rules: Rules | None = None, resolve: Resolve = resolve) -> Answer:
    """Send `letter` and say what came of it; raises nothing that a receiver could cause."""
    began = time.monotonic()
    try:
        status, headers, body = _exchange(letter, rules or current_rules(), resolve)
    except (Refused, BadPlace) as error:
        return Answer(_code_of(error), milliseconds=_since(began))
    except (httpcore2.NetworkError, httpcore2.TimeoutException, httpcore2.ProtocolError) as error:
        return Answer(_trouble_of(error), milliseconds=_since(began))
    return Answer(_judged(status), status, headers, body, _since(began))


def _exchange(letter: Letter, rules: Rules, resolve: Resolve) -> tuple[int, dict[str, str], str]:
    place = read_place(letter.url)
    backend = CheckedBackend(place, rules=rules, deadline=Deadline.within(LONGEST), resolve=resolve)
    # A pool for this one call: no connection is left over for another.
    with (
        httpcore2.ConnectionPool(ssl_context=_tls(), network_backend=backend) as pool,
        pool.stream(
            "POST",
            place.url,
            headers=[(name, value) for name, value in letter.headers.items()],
            content=letter.body.encode(),
        ) as response,
    ):
        return response.status, _kept(response.headers), _beginning(response.iter_stream())


@cache
def _tls() -> ssl.SSLContext:
    """The system's trust store; nothing of the environment."""
    return httpcore2.default_ssl_context(_trust_env=False)


def _kept(headers: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    named = ((_text(name).lower(), _text(value)[:_KEPT_HEADER]) for name, value in headers)
    kept = [(name, value) for name, value in named if name not in _NOT_KEPT]
    return dict(kept[:_KEPT_HEADERS])


def _beginning(stream: Iterator[bytes]) -> str:
    """The first KEPT_BODY bytes. An answer that breaks off or drips after its status has been
    given all the same."""
    content = b""
    try:
        for part in stream:
            content += part
            if len(content) >= KEPT_BODY:
                break
    except (httpcore2.NetworkError, httpcore2.TimeoutException, httpcore2.ProtocolError):
        pass
    return _text(content[:KEPT_BODY])


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace").replace("\0", "\ufffd")


def _judged(status: int) -> str:
    if 200 <= status < 300:
        return Trouble.NONE
    return Trouble.REDIRECT if 300 <= status < 400 else Trouble.STATUS


def _code_of(error: Refused | BadPlace) -> str:
    return error.code if isinstance(error, Refused) else Trouble.ADDRESS


def _trouble_of(error: Exception) -> str:
    if isinstance(error, httpcore2.TimeoutException):
        return Trouble.TIMEOUT
    if isinstance(error, httpcore2.ProtocolError):
        return Trouble.GARBAGE
    if any(isinstance(cause, ssl.SSLError) for cause in _causes(error)):
        return Trouble.TLS
    return Trouble.REFUSED if isinstance(error, httpcore2.ConnectError) else Trouble.BROKEN_OFF


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _since(began: float) -> int:
    return int((time.monotonic() - began) * 1000)
