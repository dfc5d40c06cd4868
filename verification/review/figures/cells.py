"""What stands in the cells of the tables: shares and measures that keep quiet about few data.
Pure."""

from dataclasses import dataclass
from enum import StrEnum

# Fewer cases than this tell nothing: no percentage of one, no median of two.
ENOUGH = 5


class Kind(StrEnum):
    """What a column holds, and so its unit and its side."""

    TEXT = "text"
    COUNT = "count"
    HOURS = "hours"
    MINUTES = "minutes"
    DAYS = "days"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole`."""

    part: int
    whole: int

    @property
    def enough(self) -> bool:
        return self.whole >= ENOUGH

    @property
    def percent(self) -> float | None:
        """0 to 100; None where the whole is too small to say."""
        return 100 * self.part / self.whole if self.enough else None


@dataclass(frozen=True, slots=True)
class Measure:
    """A median or another percentile of `count` cases, in the column's unit."""

    raw: float | None
    count: int

    @property
    def enough(self) -> bool:
        return self.count >= ENOUGH and self.raw is not None

    @property
    def value(self) -> float | None:
        return self.raw if self.enough else None


Cell = str | int | Share | Measure
