"""From which day a document that was just issued or changed can be submitted (pure).

Source: seed 000 §9 and seed 001 q1.4 (10 calendar days), seed 002, 新颁发或刚变更 (7-10 working
days, of which the last is told).
"""

import datetime as dt

from registrar.workdays import WorkdayResult, add_working_days
from verification.materials_rules import DEFAULT_PROFILE, AuthorityProfile, get_profile
from verification.materials_rules.profile_model import DayKind, WaitingRule


def waiting_of(profile: AuthorityProfile) -> WaitingRule:
    """The profile's own rule, or the default authority's where it states none."""
    rule = profile.waiting or get_profile(DEFAULT_PROFILE).waiting
    if rule is None:
        raise ValueError("the default profile has to say how long a new document waits")
    return rule


def safe_day(issued_on: dt.date, waiting: WaitingRule) -> WorkdayResult:
    """The first day on which the official records have surely caught up: day `max_days` after
    `issued_on`, which itself never counts. `provisional` when a year's official calendar on the
    way is not announced yet. OverflowError past the year 9999."""
    if waiting.kind is DayKind.WORKING:
        return add_working_days(issued_on, waiting.max_days)
    return WorkdayResult(issued_on + dt.timedelta(days=waiting.max_days), provisional=False)
