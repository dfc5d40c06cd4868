"""How often the API may be called, and where calls are counted; see docs/operator-guide.md."""

from django.core.exceptions import ImproperlyConfigured

from registrar.api.rates.rate import Rate, parse_rates

from . import env

# A group of rates, the environment variable that sets it, and what holds without it. An account
# may do what two busy keys may.
_GROUPS = {
    "key": ("API_KEY_RATES", "20/second, 600/minute, 20000/hour"),
    "write": ("API_WRITE_RATES", "300/minute, 10000/hour"),
    "account": ("API_ACCOUNT_RATES", "40/second, 1200/minute, 40000/hour"),
    "wrong_key": ("API_WRONG_KEY_RATES", "30/minute"),
}
_REDIS = ("redis://", "rediss://", "redis+unix://")


def api_rates() -> dict[str, tuple[Rate, ...]]:
    """The rates of each group. ImproperlyConfigured names the variable that is wrong."""
    rates = {}
    for group, (variable, default) in _GROUPS.items():
        text = env.text(variable, default)
        try:
            rates[group] = parse_rates(group, "" if text == "none" else text)
        except ValueError as error:
            raise ImproperlyConfigured(f"{variable}: {error}.") from None
    return rates


def rate_limit_url(broker_url: str) -> str:
    """RATE_LIMIT_URL, or the broker where that is a Redis; "" is each process by itself."""
    given = env.text("RATE_LIMIT_URL")
    if given and not given.startswith(_REDIS):
        raise ImproperlyConfigured(f"RATE_LIMIT_URL must be like redis://host/1, not {given!r}.")
    return given or (broker_url if broker_url.startswith(_REDIS) else "")
