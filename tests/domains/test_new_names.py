"""Rules of new names: pure."""

import datetime as dt

import pytest

from domains.rules.registration import check_new_name, years_later
from registrar.errors import InvalidInput

SOLD = ("cn", "com.cn", "公司")


@pytest.mark.parametrize("name", ["a.cn", "a.com.cn", "xn--fsqu00a.cn", "a.xn--55qx5d"])
def test_one_label_before_a_sold_suffix_will_do(name):
    check_new_name(name, SOLD)


@pytest.mark.parametrize("name", ["a.com", "a.net.cn", "a.b.cn", "com.cn", "a.xn--55qx5d.cn"])
def test_anything_else_is_refused(name):
    with pytest.raises(InvalidInput):
        check_new_name(name, SOLD)


def test_a_year_from_29_february_is_28_february():
    leap = dt.datetime(2028, 2, 29, 12, tzinfo=dt.UTC)
    assert years_later(leap, 1) == dt.datetime(2029, 2, 28, 12, tzinfo=dt.UTC)
    assert years_later(leap, 4) == dt.datetime(2032, 2, 29, 12, tzinfo=dt.UTC)
