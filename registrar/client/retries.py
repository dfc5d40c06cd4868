"""When a call is made again, and after how long."""

import random
from collections.abc import Mapping
from dataclasses import dataclass

_NOT_YET = frozenset({429, 502, 503, 504})
_RUNNING_STILL = "idempotency_in_progress"


@dataclass(frozen=True, slots=True)
class Retries:
    """How patient a client is: `attempts` in all, no single wait above `longest` seconds."""

    attempts: int = 4
    first: float = 0.5
    longest: float = 60.0

    def wait_after(self, attempt: int, asked: float | None) -> float | None:
        """Seconds to wait after the `attempt`th call (from 1); None to give up.

        What the server asks for is waited for, or not at all; otherwise the wait doubles, with
        some chance in it so that many clients don't come back at once.
        """
        if attempt >= self.attempts or (asked or 0) > self.longest:
            return None
        if asked is not None:
            return asked
        backoff = self.first * 2.0 ** (attempt - 1)
        return min(self.longest, backoff * random.uniform(0.75, 1.25))  # noqa: S311 - no secret


NEVER = Retries(attempts=1)


def invites_another(status: int, code: str, *, asked: float | None) -> bool:
    """Whether an answer means "not yet": every call is safe to repeat, by method or by its key."""
    return status in _NOT_YET or (code == _RUNNING_STILL and asked is not None)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """The header `Retry-After` in seconds; None without one, or for a date."""
    text = headers.get("Retry-After", "")
    return float(text) if text.isascii() and text.isdigit() else None
