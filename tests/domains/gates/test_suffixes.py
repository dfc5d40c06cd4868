import pytest

from domains.gates.suffixes import transfer_lock_days


@pytest.mark.parametrize(
    ("suffix", "days"),
    [("com", 60), ("cn", 60), ("公司.cn", 60), ("uk", 0), ("co.uk", 0), (".CO.UK", 0), ("", 60)],
)
def test_transfer_lock_days_of_a_suffix(suffix, days):
    assert transfer_lock_days(suffix) == days
