"""When a row that waits for something outside is looked at again."""

import datetime as dt

from django.utils import timezone

_FIRST = 2
_LONGEST = 15 * 60
_STEPS = 12


def next_look(attempts: int) -> dt.datetime:
    """2 s after the first attempt, then twice as long each time, at most a quarter of an hour."""
    wait = min(_FIRST * 2 ** min(max(attempts - 1, 0), _STEPS), _LONGEST)
    return timezone.now() + dt.timedelta(seconds=wait)
