"""How old a submission is, in working days; pure."""

import datetime as dt

from registrar.workdays import working_days_between

_ONE_DAY = dt.timedelta(days=1)


def submitted_before(days: int, *, today: dt.date) -> dt.date:
    """The day before whose beginning something must have been submitted for more than `days`
    working days to have passed since, today included."""
    day = today
    while working_days_between(day, today).days <= days:
        day -= _ONE_DAY
    return day + _ONE_DAY
