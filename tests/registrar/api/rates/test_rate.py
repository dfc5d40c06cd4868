import pytest
from hypothesis import given
from hypothesis import strategies as st

from registrar.api.rates.rate import Rate, parse_rates


def test_several_rates_come_shortest_first_and_have_names():
    rates = parse_rates("wrong_key", "600/minute, 20/second,20000/hour")
    assert [(r.name, r.amount, r.seconds) for r in rates] == [
        ("wrong-key-second", 20, 1),
        ("wrong-key-minute", 600, 60),
        ("wrong-key-hour", 20000, 3600),
    ]


def test_no_text_is_no_limit():
    assert parse_rates("key", " ") == ()


_WRONG = ("x", "0/second", "-1/second", "5", "5/week", "5/minutes", "1.5/second", "5/second,")
_WRONG += (",5/day", "5/second 6/minute", "5/minute,6/minute", "50/second,20/minute", "5 / minute")


@pytest.mark.parametrize("text", _WRONG)
def test_what_is_not_a_rate_is_refused(text):
    with pytest.raises(ValueError, match=r"rate|like|allows"):
        parse_rates("key", text)


@given(st.text())
def test_any_text_is_rates_or_a_value_error(text):
    try:
        rates = parse_rates("key", text)
    except ValueError:
        return
    assert all(isinstance(rate, Rate) and rate.amount > 0 for rate in rates)
