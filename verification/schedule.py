"""When an answer is expected and when waiting ends; pure, working days by the calendar."""

import datetime as dt

from django.utils import timezone

from registrar.workdays import WorkdayResult, add_working_days
from verification.materials_rules import AuthorityProfile

# Route two, corrected materials (seed 003): 3-5 working days.
CORRECTED_MATERIALS_DAYS = 5
# An authority that states no term: as the default one (seed 002).
_REVIEW_DAYS = 3
_TIMEOUT_DAYS = 7


def expected_on(
    profile: AuthorityProfile, *, today: dt.date, corrected_materials: bool
) -> WorkdayResult:
    """The last day of the promised term, counted from `today`."""
    days = profile.review_days[1] if profile.review_days else _REVIEW_DAYS
    return add_working_days(today, CORRECTED_MATERIALS_DAYS if corrected_materials else days)


def deadline_after(profile: AuthorityProfile, *, today: dt.date) -> dt.datetime:
    """The end of the profile's last working day of waiting (seed 002, 实名审核超时)."""
    last = add_working_days(today, profile.timeout_days or _TIMEOUT_DAYS).date
    return timezone.make_aware(dt.datetime.combine(last, dt.time.max))
