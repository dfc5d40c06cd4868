"""When a delivery is tried again (pure): eight times, over a little more than a day.

The pauses are those that Standard Webhooks recommends, to the first that lies a day after the
event.
"""

import datetime as dt

_PAUSES = (
    dt.timedelta(seconds=5),
    dt.timedelta(minutes=5),
    dt.timedelta(minutes=30),
    dt.timedelta(hours=2),
    dt.timedelta(hours=5),
    dt.timedelta(hours=10),
    dt.timedelta(hours=10),
)
MOST_ATTEMPTS = len(_PAUSES) + 1
# So much of a pause is added by chance: what failed at the same time does not come back at once.
_JITTER = 0.2
# What a receiver may ask for by Retry-After.
LONGEST_ASKED = dt.timedelta(hours=1)


def pause_after(attempts: int, *, chance: float, asked: dt.timedelta | None = None) -> dt.timedelta:
    """The pause after so many failed attempts, of MOST_ATTEMPTS - 1 at most.

    `chance` lies in [0, 1). A receiver that asks for more is given it, up to LONGEST_ASKED.
    """
    pause = _PAUSES[attempts - 1]
    if asked:
        pause = max(pause, min(asked, LONGEST_ASKED))
    return pause * (1 + _JITTER * chance)
