"""A rate: so many calls in so many seconds. Pure; settings are read with it."""

import re
from dataclasses import dataclass
from itertools import pairwise

_UNITS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}
_RATE = re.compile(r"([1-9][0-9]{0,8})/(second|minute|hour|day)")


@dataclass(frozen=True, slots=True)
class Rate:
    """At most `amount` calls in any `unit`; `group` says whose calls are counted together."""

    group: str
    amount: int
    unit: str

    @property
    def seconds(self) -> int:
        return _UNITS[self.unit]

    @property
    def name(self) -> str:
        """What headers and problems call it: `key-minute`."""
        return f"{self.group.replace('_', '-')}-{self.unit}"


def parse_rates(group: str, text: str) -> tuple[Rate, ...]:
    """`20/second, 600/minute` as rates, the shortest time first; "" is no limit.

    ValueError for anything else: an unknown unit, a zero, one unit twice, or a longer time that
    allows less than a shorter one, which then could never be reached.
    """
    rates = [_rate(group, part.strip()) for part in text.split(",")] if text.strip() else []
    rates.sort(key=lambda rate: rate.seconds)
    for shorter, longer in pairwise(rates):
        if shorter.unit == longer.unit:
            raise ValueError(f"two rates for a {longer.unit}")
        if shorter.amount > longer.amount:
            raise ValueError(f"a {longer.unit} allows less than a {shorter.unit}")
    return tuple(rates)


def _rate(group: str, text: str) -> Rate:
    found = _RATE.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is not like 600/minute")
    return Rate(group, int(found[1]), found[2])
