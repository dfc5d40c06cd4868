import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registrar.accounts.networks import is_inside, is_wider, read_network


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("192.0.2.0/24", "192.0.2.0/24"),
        (" 192.0.2.7 ", "192.0.2.7/32"),
        ("2001:DB8::/32", "2001:db8::/32"),
        ("2001:db8::1", "2001:db8::1/128"),
        ("0.0.0.0/0", "0.0.0.0/0"),
    ],
)
def test_networks_and_addresses_are_kept_in_one_form(text, kept):
    assert read_network(text) == kept


@pytest.mark.parametrize(
    "text", ["", "x", "192.0.2.0/33", "192.0.2.7/24", "192.0.2", "fe80::1%eth0", "10.0.0.1-9", "/8"]
)
def test_what_is_no_network_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        read_network(text)


def test_mapped_address_lies_in_the_ipv4_network():
    assert is_inside("::ffff:192.0.2.7", ["2001:db8::/32", "192.0.2.0/24"])
    assert not is_inside("::ffff:198.51.100.7", ["192.0.2.0/24"])


@pytest.mark.parametrize("address", ["", "x", "192.0.2.256"])
def test_unreadable_address_lies_nowhere(address):
    assert not is_inside(address, ["0.0.0.0/0", "::/0"])


@given(st.ip_addresses(), st.integers(0, 32))
def test_every_address_lies_in_its_own_network(address, bits):
    network = ipaddress.ip_network((address, bits), strict=False)
    if getattr(address, "ipv4_mapped", None) is None:
        assert is_inside(str(address), [read_network(str(network))])


@pytest.mark.parametrize(
    ("after", "before", "wider"),
    [
        ([], [], False),
        (["192.0.2.0/24"], [], False),
        ([], ["192.0.2.0/24"], True),
        (["192.0.2.7/32"], ["192.0.2.0/24"], False),
        (["192.0.2.0/23"], ["192.0.2.0/24"], True),
        (["192.0.2.0/24", "2001:db8::/32"], ["192.0.2.0/24"], True),
        (["192.0.2.0/24"], ["192.0.2.0/24", "2001:db8::/32"], False),
    ],
)
def test_wider_is_what_allows_an_address_more(after, before, wider):
    assert is_wider(after, before) is wider
