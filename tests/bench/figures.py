"""One line of the table, and how it comes about."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """`unit` is ms, or x for a ratio; `target` is what the median should stay below, None where
    there is none."""

    name: str
    median: float
    p95: float
    target: float | None
    unit: str = "ms"

    @property
    def verdict(self) -> str:
        if self.target is None:
            return ""
        return "ok" if self.median < self.target else "SLOW"


def timed(
    name: str, call: Callable[[Any], object], inputs: Iterable[Any], *, target: float | None = None
) -> Figure:
    """How long `call` takes for each of `inputs`, after one round that warms the caches."""
    given = list(inputs)
    for value in given:
        call(value)
    times = []
    for value in given:
        start = time.perf_counter()
        call(value)
        times.append((time.perf_counter() - start) * 1000)
    p95 = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    return Figure(name, median(times), p95, target)


def share(name: str, one: Figure, other: Figure, *, below: float) -> Figure:
    """How many times as long `one` takes as `other`."""
    return Figure(name, one.median / other.median, one.p95 / other.p95, below, "x")
