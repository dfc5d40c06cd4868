import datetime as dt

import pytest

from verification.materials_rules import get_profile
from verification.safe_day import safe_day


@pytest.mark.parametrize(
    ("profile", "issued_on", "expected", "provisional"),
    [
        ("tencent", dt.date(2026, 11, 19), dt.date(2026, 12, 3), False),
        ("aliyun", dt.date(2026, 11, 19), dt.date(2026, 11, 29), False),
        # National Day takes its week; the Saturday after it is worked.
        ("tencent", dt.date(2026, 9, 25), dt.date(2026, 10, 15), False),
        # No official calendar for 2027 yet.
        ("tencent", dt.date(2026, 12, 25), dt.date(2027, 1, 11), True),
    ],
)
def test_first_safe_day_by_the_profile(profile, issued_on, expected, provisional):
    waiting = get_profile(profile).waiting
    assert safe_day(issued_on, waiting) == (expected, provisional)
