"""How an authority is, in one word, from the columns of its row alone."""

import datetime as dt
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from registrar.errors import Text
from verification.models import Authority


class Condition(StrEnum):
    WORKING = "working"
    TROUBLE = "trouble"
    OPEN = "open"
    PAUSED = "paused"
    UNUSED = "unused"


CONDITION_NAMES: dict[Condition, Text] = {
    Condition.WORKING: _("Working"),
    Condition.TROUBLE: _("Trouble"),
    Condition.OPEN: _("Circuit open"),
    Condition.PAUSED: _("Paused"),
    Condition.UNUSED: _("Never used"),
}
CONDITION_TONES = {
    Condition.WORKING: "ok",
    Condition.TROUBLE: "warn",
    Condition.OPEN: "bad",
    Condition.PAUSED: "warn",
    Condition.UNUSED: "muted",
}
# What staff are told of on the admin's front page.
WORTH_TELLING = frozenset({Condition.TROUBLE, Condition.OPEN, Condition.PAUSED})


def condition_of(row: Authority, *, now: dt.datetime) -> Condition:
    """A pause before all else, for somebody chose it; then an open circuit; then whichever came
    last, trouble or an answer."""
    if row.paused_at is not None:
        return Condition.PAUSED
    if row.open_until is not None and row.open_until > now:
        return Condition.OPEN
    if row.failures or _trouble_came_last(row):
        return Condition.TROUBLE
    return Condition.UNUSED if row.last_ok_at is None else Condition.WORKING


def _trouble_came_last(row: Authority) -> bool:
    if row.last_error_at is None:
        return False
    return row.last_ok_at is None or row.last_error_at > row.last_ok_at
