"""Working days by the official Chinese calendar, make-up days included.

Every term that a user is told ("1-3 working days") and every deadline that a
sweep acts on is counted here, so that both always agree.
"""

from .counting import (
    DayStatus,
    WorkdayCount,
    WorkdayResult,
    add_working_days,
    is_working_day,
    working_days_between,
)

__all__ = [
    "DayStatus",
    "WorkdayCount",
    "WorkdayResult",
    "add_working_days",
    "is_working_day",
    "working_days_between",
]
