"""The address in the log is the sender's: not the proxy's, and not what the sender claims."""

import pytest

from registrar.client_address import sender_of


@pytest.mark.parametrize(
    ("header", "proxies", "sender"),
    [
        ("", 0, ""),
        ("", 1, ""),
        ("192.0.2.7", 0, ""),
        ("192.0.2.7", 1, "192.0.2.7"),
        ("1.1.1.1, 192.0.2.7", 1, "192.0.2.7"),
        ("1.1.1.1, 192.0.2.7, 10.0.0.1", 2, "192.0.2.7"),
        ("192.0.2.7", 2, ""),
        ("2001:db8::1", 1, "2001:db8::1"),
        ("<script>", 1, ""),
        ("192.0.2.7:443", 1, ""),
    ],
)
def test_sender_is_whom_our_outermost_proxy_heard(header, proxies, sender):
    assert sender_of(header, proxies=proxies) == sender


def attempt(client, number):
    form = {"username": "alice@acme.example", "password": "wrong"}
    return client.post("/login/", form, headers={"x-forwarded-for": f"198.51.100.{number}"})


def test_lockout_can_not_be_escaped_by_claiming_other_addresses(client, alice):
    answers = [attempt(client, number).status_code for number in range(12)]
    assert answers[-1] == 429


def test_lockout_of_one_sender_behind_the_proxy_spares_the_others(client, alice, settings):
    settings.TRUSTED_PROXIES = 1
    for _attempt in range(12):
        locked = attempt(client, 1).status_code
    assert locked == 429
    assert attempt(client, 2).status_code == 200
