"""Which day a failed submission waits for, and which issue dates make sense (pure).

Source: seed 000 §9, seed 001 q1.4, seed 002 (新颁发或刚变更): `verification.safe_day`.
"""

import datetime as dt
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from registrar.workdays import WorkdayResult
from templates_app.rules.problems import Problem
from verification.materials_rules import AuthorityProfile
from verification.safe_day import safe_day, waiting_of

# Records catch up within weeks: after a year the document is not new any more.
LONGEST_AGO = dt.timedelta(days=365)
# People are told in the morning, where the review bodies sit.
_CHINA = ZoneInfo("Asia/Shanghai")
_MORNING = dt.time(8)


def first_safe_day(
    profile: AuthorityProfile, *, issued_on: dt.date | None, submitted_on: dt.date
) -> WorkdayResult:
    """The first day on which the document is surely on record.

    Without an issue date the day of the submission stands in for it: the document was there
    by then, so that the true safe day is never later.
    """
    return safe_day(issued_on or submitted_on, waiting_of(profile))


def check_issued_on(issued_on: dt.date, *, today: dt.date) -> Problem | None:
    """Why this can't be the day on which a new document was issued or changed."""
    if issued_on > today:
        message = _("The issue date lies in the future.")
        return Problem("issued_in_future", "block", message, field="issued_on")
    if issued_on < today - LONGEST_AGO:
        message = _(
            "A document issued more than a year ago is on record: waiting does not help."
            " Check name, number and document type instead."
        )
        return Problem("issued_long_ago", "block", message, field="issued_on")
    return None


def morning_of(day: dt.date) -> dt.datetime:
    """08:00 in China on `day`."""
    return dt.datetime.combine(day, _MORNING, tzinfo=_CHINA)
