"""When an authority that fails is left alone, and when it is tried again; pure.

Closed: everybody calls. Open: nobody does, until `open_until`. Then one caller at a time makes a
trial; it closes the circuit, or opens it again for twice as long.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class CircuitState(StrEnum):
    CLOSED = "closed"
    OPEN = "open"
    # The pause is over: one trial decides.
    HALF_OPEN = "half_open"


@dataclass(frozen=True, slots=True)
class Circuit:
    """The two columns of an authority that all workers share."""

    failures: int = 0
    open_until: dt.datetime | None = None

    def state(self, now: dt.datetime) -> CircuitState:
        if self.open_until is None:
            return CircuitState.CLOSED
        return CircuitState.OPEN if self.open_until > now else CircuitState.HALF_OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class CircuitRule:
    """Opens after so many `failures` in a row, for `pause`, doubled by each trial that fails, at
    most for `longest`."""

    failures: int
    pause: dt.timedelta
    longest: dt.timedelta

    def pause_after(self, failures: int) -> dt.timedelta:
        doublings = min(max(failures - self.failures, 0), 30)
        return min(self.pause * 2**doublings, self.longest)


def after_failure(circuit: Circuit, rule: CircuitRule, *, now: dt.datetime, trial: bool) -> Circuit:
    """What a failed call makes of it. Calls that were on their way when it opened tell nothing
    new and don't lengthen the pause; only the trial's failure does."""
    if circuit.open_until is not None and not trial:
        return circuit
    failures = circuit.failures + 1
    if failures < rule.failures:
        return Circuit(failures)
    return Circuit(failures, now + rule.pause_after(failures))


def after_success() -> Circuit:
    return Circuit()
