"""How often the API may be called, as the environment says it."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from registrar.settings.rates import api_rates, rate_limit_url

BROKER = "redis://broker:6379/0"


def test_environment_sets_one_group_and_leaves_the_others(monkeypatch):
    monkeypatch.setenv("API_KEY_RATES", "5/second")
    monkeypatch.setenv("API_WRITE_RATES", "none")
    rates = api_rates()
    assert [(rate.amount, rate.unit) for rate in rates["key"]] == [(5, "second")]
    assert rates["write"] == ()
    assert rates["account"][0].name == "account-second"


@pytest.mark.parametrize("text", ["much", "0/second", "9/second,5/minute", "5/second;6/minute"])
def test_wrong_rate_stops_the_start_and_names_the_variable(monkeypatch, text):
    monkeypatch.setenv("API_ACCOUNT_RATES", text)
    with pytest.raises(ImproperlyConfigured, match="API_ACCOUNT_RATES"):
        api_rates()


@pytest.mark.parametrize(
    ("given", "broker", "url"),
    [
        ("", BROKER, BROKER),
        ("", "amqp://broker", ""),
        ("", "filesystem://localhost/", ""),
        ("rediss://limits/1", BROKER, "rediss://limits/1"),
    ],
)
def test_calls_are_counted_in_the_brokers_redis_or_in_their_own(monkeypatch, given, broker, url):
    monkeypatch.setenv("RATE_LIMIT_URL", given)
    assert rate_limit_url(broker) == url


def test_counting_elsewhere_than_in_redis_is_refused(monkeypatch):
    monkeypatch.setenv("RATE_LIMIT_URL", "memcached://x")
    with pytest.raises(ImproperlyConfigured, match="RATE_LIMIT_URL"):
        rate_limit_url(BROKER)
