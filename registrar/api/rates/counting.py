"""Counting one call against several rates at once."""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass

from limits import RateLimitItem, RateLimitItemPerSecond
from limits.strategies import RateLimiter
from redis import RedisError

from .counters import current_counters
from .rate import Rate


@dataclass(frozen=True, slots=True)
class Counted:
    """A rate, and whose calls: `by` is a key's or account's number, or an address."""

    rate: Rate
    by: str

    @property
    def item(self) -> RateLimitItem:
        return RateLimitItemPerSecond(self.rate.amount, self.rate.seconds, self.rate.group)


@dataclass(frozen=True, slots=True)
class Standing:
    """What is left of a rate, and the seconds until there is more."""

    rate: Rate
    remaining: int
    reset: int
    exceeded: bool = False


def look(counted: Sequence[Counted]) -> list[Standing]:
    """How the rates stand, without counting anything."""
    return _ask(counted, take=False)


def take(counted: Sequence[Counted]) -> list[Standing]:
    """Count one call against every rate; none counts it when one is exceeded.

    A refused call costs nothing: who keeps asking is not kept out for longer.
    """
    return _ask(counted, take=True)


def _ask(counted: Sequence[Counted], *, take: bool) -> list[Standing]:
    counters = current_counters()
    shared = counters.usable()
    if shared is not None:
        try:
            return _ask_one(shared, counted, take=take)
        except RedisError as error:
            counters.note_failure(error)
    return _ask_one(counters.own, counted, take=take)


def _ask_one(limiter: RateLimiter, counted: Sequence[Counted], *, take: bool) -> list[Standing]:
    standings = [_standing(limiter, each) for each in counted]
    if not take or any(standing.exceeded for standing in standings):
        return standings
    return [
        _after(standing, took=limiter.hit(each.item, each.by))
        for each, standing in zip(counted, standings, strict=True)
    ]


def _standing(limiter: RateLimiter, counted: Counted) -> Standing:
    stats = limiter.get_window_stats(counted.item, counted.by)
    # Nothing counted yet: with this call a window begins.
    fresh = stats.remaining >= counted.rate.amount
    wait = counted.rate.seconds if fresh else math.ceil(stats.reset_time - time.time())
    reset = min(max(wait, 1), counted.rate.seconds)
    return Standing(counted.rate, stats.remaining, reset, exceeded=stats.remaining < 1)


def _after(standing: Standing, *, took: bool) -> Standing:
    # Another process may have taken the last one in between.
    left = standing.remaining - 1 if took else 0
    return Standing(standing.rate, left, standing.reset, exceeded=not took)
