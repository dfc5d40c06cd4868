"""Statutory public holidays of years whose official schedule is not out yet.

Source: 全国年节及纪念日放假办法, as revised in November 2024 (13 days a year).
The bridge days and make-up working days that the State Council announces each
autumn can't be foreseen, which is why every answer built on this table is
provisional.
"""

from datetime import date, timedelta

# (month, day): New Year's Day, Labour Day (two days), National Day (three).
FIXED_HOLIDAYS: frozenset[tuple[int, int]] = frozenset(
    {(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)}
)

# Holidays of the lunar calendar, one day each. Spring Festival names its first day.
SPRING_FESTIVALS: frozenset[date] = frozenset(
    {date(2027, 2, 6), date(2028, 1, 26), date(2029, 2, 13), date(2030, 2, 3), date(2031, 1, 23)}
)
SINGLE_LUNAR_HOLIDAYS: frozenset[date] = frozenset(
    {
        # Qingming, Dragon Boat, Mid-Autumn
        *(date(2027, 4, 5), date(2027, 6, 9), date(2027, 9, 15)),
        *(date(2028, 4, 4), date(2028, 5, 28), date(2028, 10, 3)),
        *(date(2029, 4, 4), date(2029, 6, 16), date(2029, 9, 22)),
        *(date(2030, 4, 5), date(2030, 6, 5), date(2030, 9, 12)),
        *(date(2031, 4, 5), date(2031, 6, 24), date(2031, 10, 1)),
    }
)

# New Year's Eve and the first three days of the first lunar month.
_SPRING_FESTIVAL_OFFSETS = range(-1, 3)

_MOVABLE_HOLIDAYS: frozenset[date] = SINGLE_LUNAR_HOLIDAYS | {
    first + timedelta(days=offset)
    for first in SPRING_FESTIVALS
    for offset in _SPRING_FESTIVAL_OFFSETS
}


def is_statutory_holiday(day: date) -> bool:
    """Whether `day` is a public holiday by law, before any announced bridge days."""
    return (day.month, day.day) in FIXED_HOLIDAYS or day in _MOVABLE_HOLIDAYS
