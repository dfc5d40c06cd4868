"""A sliding window: its calls, and those of the window before that still weigh. Pure."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Window:
    """How many calls the window before and the current one have counted, and in how many seconds
    each of them is over: the tuple that the storages of the library `limits` answer."""

    before: int
    before_over_in: float
    current: int
    current_over_in: float

    def remaining(self, amount: int, seconds: int) -> int:
        """What is left of `amount` calls in any `seconds`: those before fade evenly."""
        fading = self.before * self.before_over_in / seconds
        return max(0, amount - math.floor(fading + self.current))

    def more_in(self, seconds: int) -> int:
        """Whole seconds until another call is allowed, 1 to `seconds`."""
        waits = [float(seconds)]
        if self.before:
            waits.append(self.before_over_in % (seconds / self.before))
        if self.current:
            waits.append(self.current_over_in % seconds)
        return min(max(math.ceil(min(waits)), 1), seconds)
