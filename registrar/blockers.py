"""Why something can't be done now: the one shape in which every gate answers."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise


@dataclass(frozen=True, kw_only=True)
class Blocker:
    """One reason that blocks an operation.

    `code` is stable and part of the API. `until` is the first day on which this
    reason no longer holds, None where that isn't known. `message` is one sentence
    for the user, translated when it is shown. `source` names the rule's origin.
    """

    code: str
    message: str | Promise
    source: str
    until: date | None = None
