"""Counting one call against several rates at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from redis import RedisError

from .counted import Counted
from .counters import current_counters
from .rate import Rate
from .storages import Storage
from .windows import Window


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
    if not counted:
        return []
    counters = current_counters()
    shared = counters.usable()
    if shared is not None:
        try:
            return _ask_one(shared, counted, take=take)
        except RedisError as error:
            counters.note_failure(error)
    return _ask_one(counters.own, counted, take=take)


def _ask_one(storage: Storage, counted: Sequence[Counted], *, take: bool) -> list[Standing]:
    windows = storage.look(counted)
    standings = [_standing(each.rate, w) for each, w in zip(counted, windows, strict=True)]
    if not take or any(standing.exceeded for standing in standings):
        return standings
    took = storage.take(counted)
    return [_after(standing, took=one) for standing, one in zip(standings, took, strict=True)]


def _standing(rate: Rate, window: Window) -> Standing:
    remaining = window.remaining(rate.amount, rate.seconds)
    return Standing(rate, remaining, window.more_in(rate.seconds), exceeded=remaining < 1)


def _after(standing: Standing, *, took: bool) -> Standing:
    # Another process may have taken the last one in between.
    return replace(standing, remaining=standing.remaining - 1 if took else 0, exceeded=not took)
