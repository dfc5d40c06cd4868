"""First safe days, and issue dates that can't be."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verification.materials_rules import PROFILES, get_profile
from verification.waiting.days import LONGEST_AGO, check_issued_on, first_safe_day, morning_of

TODAY = dt.date(2026, 3, 2)
DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2029, 1, 1))


@pytest.mark.parametrize(
    ("profile", "day"),
    [
        ("aliyun", dt.date(2026, 3, 12)),
        ("tencent-2021", dt.date(2026, 3, 12)),
        ("tencent", dt.date(2026, 3, 16)),
        ("icp", dt.date(2026, 3, 16)),
    ],
)
def test_safe_day_follows_the_profile_or_the_default_where_it_says_nothing(profile, day):
    found = first_safe_day(get_profile(profile), issued_on=TODAY, submitted_on=dt.date(2020, 1, 1))
    assert found == (day, False)


def test_day_of_the_submission_stands_in_for_an_unknown_issue_date():
    found = first_safe_day(get_profile("tencent"), issued_on=None, submitted_on=TODAY)
    assert found.date == dt.date(2026, 3, 16)


def test_safe_day_past_the_announced_calendar_is_provisional():
    found = first_safe_day(
        get_profile("tencent"), issued_on=dt.date(2026, 12, 25), submitted_on=TODAY
    )
    assert found.date == dt.date(2027, 1, 11)  # 1 January is off by law
    assert found.provisional


@given(profile=st.sampled_from(sorted(PROFILES)), issued=DAYS, submitted=DAYS)
def test_known_issue_date_never_leads_to_a_later_day_than_the_submission(
    profile, issued, submitted
):
    issued, submitted = sorted((issued, submitted))
    rules = get_profile(profile)
    known = first_safe_day(rules, issued_on=issued, submitted_on=submitted)
    unknown = first_safe_day(rules, issued_on=None, submitted_on=submitted)
    assert issued < known.date <= unknown.date


@pytest.mark.parametrize(
    ("issued_on", "code"),
    [
        (TODAY, None),
        (TODAY - LONGEST_AGO, None),
        (TODAY + dt.timedelta(days=1), "issued_in_future"),
        (TODAY - LONGEST_AGO - dt.timedelta(days=1), "issued_long_ago"),
        (dt.date(1, 1, 1), "issued_long_ago"),
        (dt.date(9999, 12, 31), "issued_in_future"),
    ],
)
def test_issue_date_is_neither_in_the_future_nor_long_ago(issued_on, code):
    found = check_issued_on(issued_on, today=TODAY)
    assert (found.code if found else None) == code


def test_morning_is_eight_o_clock_in_china():
    assert morning_of(TODAY) == dt.datetime(2026, 3, 2, 0, 0, tzinfo=dt.UTC)
