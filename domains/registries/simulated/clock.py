"""The simulated registry's own time (settings.SIMULATED_REGISTRY["delay"], in seconds)."""

import datetime as dt

from django.conf import settings
from django.utils import timezone

_SLOW_FACTOR = 10
_SLOW_AT_LEAST = dt.timedelta(minutes=1)


def delay(*, slow: bool = False) -> dt.timedelta:
    """How long a review takes here."""
    usual = dt.timedelta(seconds=float(settings.SIMULATED_REGISTRY["delay"]))
    return max(usual * _SLOW_FACTOR, _SLOW_AT_LEAST) if slow else usual


def now() -> dt.datetime:
    return timezone.now()
