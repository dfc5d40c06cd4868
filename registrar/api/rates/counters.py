"""Where calls are counted: in the Redis of all processes, else in this process alone.

A Redis that fails or hangs costs one call a fraction of a second; then this process counts by
itself for a while before it asks again. Nobody is refused because counting fails.
"""

import time
from functools import cache

import structlog
from django.conf import settings
from redis import RedisError
from redis.backoff import NoBackoff
from redis.retry import Retry

from .storages import InProcess, InRedis

log = structlog.get_logger(__name__)

# How long one question to Redis may take, and how long it is left alone after a failure (seconds).
_PATIENCE = 0.25
_PAUSE = 5.0


class Counters:
    """The shared counter of `url` ("" for none), and the process's own."""

    def __init__(self, url: str) -> None:
        self.shared = _in_redis(url) if url else None
        self.own = InProcess()
        self._asked_again_at = 0.0

    def usable(self) -> InRedis | None:
        """The shared counter, unless it failed a moment ago."""
        return self.shared if time.monotonic() >= self._asked_again_at else None

    def note_failure(self, error: RedisError) -> None:
        self._asked_again_at = time.monotonic() + _PAUSE
        log.warning("rate_limits_counted_alone", error=type(error).__name__, seconds=_PAUSE)


def current_counters() -> Counters:
    """The counters of settings.RATE_LIMIT_URL; connects when it is first asked something."""
    return _counters(settings.RATE_LIMIT_URL)


@cache
def _counters(url: str) -> Counters:
    return Counters(url)


def _in_redis(url: str) -> InRedis:
    # Without a retry: a second try would double what a dead server costs.
    retry = Retry(NoBackoff(), 0)
    return InRedis(url, socket_timeout=_PATIENCE, socket_connect_timeout=_PATIENCE, retry=retry)
