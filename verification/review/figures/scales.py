"""Axes of the plots: round ends, few marks. Pure."""

import math
from collections.abc import Sequence

_STEPS = (1, 2, 3, 4, 5, 6, 8, 10)


def round_top(highest: float) -> float:
    """The smallest round number that is not below `highest`, at least 2, and even in whole
    numbers, so that the mark half-way is round too."""
    if highest <= 2:
        return 2
    power = 10 ** math.floor(math.log10(highest))
    for step in _STEPS:
        top = step * power
        if top >= highest and (top % 2 == 0 or power > 1):
            return float(top)
    return float(10 * power)


def marks(top: float) -> tuple[float, float, float]:
    return (0, top / 2, top)


def spread(count: int, most: int) -> list[int]:
    """Positions of at most `most` labels among `count`, the first and the last of them."""
    if count <= most:
        return list(range(count))
    return sorted({round(place * (count - 1) / (most - 1)) for place in range(most)})


def short_dates(days: Sequence[str], *, months: bool) -> list[str]:
    """ISO dates as an axis has room for them."""
    return [day[:7] if months else day[5:] for day in days]
