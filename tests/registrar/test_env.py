import pytest
from django.core.exceptions import ImproperlyConfigured

from registrar.settings import env


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("https://console.example", "https://console.example"),
        ("https://console.example/", "https://console.example"),
        ("http://127.0.0.1:8101", "http://127.0.0.1:8101"),
    ],
)
def test_site_address_is_scheme_and_host(monkeypatch, given, read):
    monkeypatch.setenv("CONSOLE_URL", given)
    assert env.site_address("CONSOLE_URL") == read


@pytest.mark.parametrize(
    "given",
    [
        "",
        "console.example",
        "//console.example",
        "ftp://console.example",
        "https://",
        "https://console.example/below",
        "https://console.example?x=1",
        "https://user:secret@console.example",
        "https://[broken",
    ],
)
def test_site_address_that_is_anything_else_stops_the_start(monkeypatch, given):
    monkeypatch.setenv("CONSOLE_URL", given)
    with pytest.raises(ImproperlyConfigured, match="CONSOLE_URL"):
        env.site_address("CONSOLE_URL")
