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


def test_networks_and_ports_are_read(monkeypatch):
    monkeypatch.setenv("NETWORKS", "10.20.0.0/16, fd00::/8")
    monkeypatch.setenv("PORTS", "443, 9443")
    assert env.networks("NETWORKS") == ["10.20.0.0/16", "fd00::/8"]
    assert env.ports("PORTS", default=(443,)) == [443, 9443]
    assert env.networks("NOTHING") == []
    assert env.ports("NOTHING", default=(443,)) == [443]


@pytest.mark.parametrize("given", ["10.20.0.1/16", "localhost", "10.20.0.0/33"])
def test_network_that_is_none_stops_the_start(monkeypatch, given):
    monkeypatch.setenv("NETWORKS", given)
    with pytest.raises(ImproperlyConfigured, match="NETWORKS"):
        env.networks("NETWORKS")


@pytest.mark.parametrize("given", ["https", "0", "70000", "-1", "４４３"])
def test_port_that_is_none_stops_the_start(monkeypatch, given):
    monkeypatch.setenv("PORTS", given)
    with pytest.raises(ImproperlyConfigured, match="PORTS"):
        env.ports("PORTS", default=(443,))
