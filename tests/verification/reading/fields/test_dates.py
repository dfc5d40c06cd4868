"""Dates in every spelling that documents use."""

import pytest

from verification.reading.fields.dates import dates_in
from verification.reading.fields.run import run_of
from verification.reading.model import LONG_TERM

from .pages import HEIGHT, WIDTH, at


def dates(text):
    found = dates_in(run_of(at(0, 0, text), width=WIDTH, height=HEIGHT))
    return [date.text for date in found]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2015年03月18日", "2015-03-18"),
        ("2015 年 3 月 18 日", "2015-03-18"),
        ("２０１５年３月１８日", "2015-03-18"),
        ("2015-03-18", "2015-03-18"),
        ("2015.03.18", "2015-03-18"),
        ("20150318", "2015-03-18"),
        ("二〇一五年三月十八日", "2015-03-18"),
        ("二○一五年十一月三十日", "2015-11-30"),
        ("二零一五年十月二日", "2015-10-02"),
        ("15 JAN 2015", "2015-01-15"),
        ("15 1月/JAN 2015", "2015-01-15"),
        ("15 JAN/1月 2015", "2015-01-15"),
        ("15JAN2015", "2015-01-15"),
    ],
)
def test_every_spelling_is_the_same_day(text, day):
    assert dates(text) == [day]


def test_two_dates_and_no_end_are_told_in_order():
    assert dates("自2015年3月4日至2035年3月3日") == ["2015-03-04", "2035-03-03"]
    assert dates("2015.03.04-长期") == ["2015-03-04", LONG_TERM]


def test_no_calendar_has_these():
    assert dates("2015年13月40日") == dates("二〇一五年二月三十日") == dates("99999999") == []
