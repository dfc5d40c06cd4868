import datetime as dt

from django.utils import timezone

from verification.materials_rules import get_profile
from verification.schedule import deadline_after, expected_on

FRIDAY = dt.date(2026, 6, 5)
BEFORE_NEW_YEAR = dt.date(2026, 12, 30)


def test_first_attempt_takes_the_profiles_term_and_a_correction_five_days():
    profile = get_profile("tencent")
    first = expected_on(profile, today=FRIDAY, corrected_materials=False)
    again = expected_on(profile, today=FRIDAY, corrected_materials=True)
    assert (first.date, again.date) == (dt.date(2026, 6, 10), dt.date(2026, 6, 12))


def test_profile_without_a_term_gets_the_default():
    result = expected_on(get_profile("icp"), today=FRIDAY, corrected_materials=False)
    assert result.date == dt.date(2026, 6, 10)


def test_days_beyond_the_announced_calendar_are_provisional():
    assert expected_on(
        get_profile("tencent"), today=BEFORE_NEW_YEAR, corrected_materials=True
    ).provisional


def test_deadline_is_the_end_of_the_seventh_working_day_in_china():
    deadline = timezone.localtime(deadline_after(get_profile("tencent"), today=FRIDAY))
    assert deadline.date() == dt.date(2026, 6, 16)
    assert (deadline.hour, deadline.minute) == (23, 59)
