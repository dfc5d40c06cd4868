"""What can go wrong with a call: one class per kind of problem, the server's words inside."""

from collections.abc import Mapping
from typing import Any


class ClientError(Exception):
    """Everything that this package raises by itself."""


class BadName(ClientError, ValueError):
    """What stands for a name or an id can be none; nothing was sent."""


class Unreachable(ClientError):
    """No connection, or it broke; whether a call was carried out may be unknown."""


class TimedOut(Unreachable):
    """The server did not answer in time; whether the call was carried out is unknown."""


class NotAnAnswer(ClientError):
    """Something answered, but not this API: a wrong address, a proxy's page, broken JSON."""


class ApiError(ClientError):
    """A refusal (RFC 9457): `status`, the stable `code`, `detail` for people.

    `errors` holds rows of `field`, `code` and `message`; `blocked_until` a day (ISO 8601) or "";
    `request_id` is what support asks for; `retry_after` is in seconds or None; `body` is all of it.
    """

    def __init__(
        self, status: int, body: Mapping[str, Any], *, retry_after: float | None = None
    ) -> None:
        self.status = status
        self.body = dict(body)
        self.code = str(body.get("code", ""))
        self.detail = str(body.get("detail", ""))
        self.errors: tuple[Mapping[str, Any], ...] = _rows(body.get("errors"))
        self.blocked_until = str(body.get("blocked_until") or "")
        self.request_id = str(body.get("request_id", ""))
        self.retry_after = retry_after
        super().__init__(f"{status} {self.code}: {self.detail}")


class InvalidInput(ApiError):
    """400, 413, 415, 422: the input is wrong, too large, or of a kind that is not taken."""


class NotAuthenticated(ApiError):
    """401: no key, or it is wrong, expired or revoked."""


class NotPermitted(ApiError):
    """403: the key lacks a scope (`body["scope"]`), or may not be used from here."""


class NotFound(ApiError):
    """404: there is no such thing in this account."""


class Conflict(ApiError):
    """409: not now. A gate is closed, one is under way already, or the object has moved on."""


class PreconditionFailed(Conflict):
    """412: it has changed since it was read (`if_match`)."""


class TooMany(ApiError):
    """429: too often."""


class Unavailable(ApiError):
    """502, 503, 504: the server, or something that it needs, does not answer."""


class ServerError(ApiError):
    """Any other status: a fault on the server's side."""


_BY_STATUS: dict[int, type[ApiError]] = {
    400: InvalidInput,
    401: NotAuthenticated,
    403: NotPermitted,
    404: NotFound,
    409: Conflict,
    412: PreconditionFailed,
    413: InvalidInput,
    415: InvalidInput,
    422: InvalidInput,
    428: PreconditionFailed,
    429: TooMany,
    502: Unavailable,
    503: Unavailable,
    504: Unavailable,
}


def error_of(status: int, body: Mapping[str, Any], *, retry_after: float | None = None) -> ApiError:
    """The exception for a status; an unknown one of 4xx is input, the rest the server's fault."""
    kind = _BY_STATUS.get(status) or (InvalidInput if 400 <= status < 500 else ServerError)
    return kind(status, body, retry_after=retry_after)


def _rows(value: Any) -> tuple[Mapping[str, Any], ...]:
    return tuple(r for r in value if isinstance(r, Mapping)) if isinstance(value, list) else ()
