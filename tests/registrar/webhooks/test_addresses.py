import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registrar.webhooks.addresses import is_public, is_within

REFUSED = [
    *("127.0.0.1", "127.255.255.254", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255"),
    *("192.168.1.1", "169.254.169.254", "100.64.0.1", "100.100.100.200", "192.0.0.192"),
    *("198.18.0.1", "192.88.99.1", "224.0.0.1", "239.255.255.250", "240.0.0.1"),
    *("255.255.255.255", "192.0.2.1", "198.51.100.1", "203.0.113.1"),
    *("::", "::1", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "fec0::1"),
    *("::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1"),
    *("2002:7f00:1::", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:db8::1", "100::1"),
]
PUBLIC = ["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2400:3200::1"]


@pytest.mark.parametrize("text", REFUSED)
def test_address_that_is_not_public_is_told_apart(text):
    assert not is_public(ipaddress.ip_address(text))


@pytest.mark.parametrize("text", PUBLIC)
def test_public_address_is_one(text):
    assert is_public(ipaddress.ip_address(text))


@given(st.ip_addresses())
def test_nothing_is_public_that_python_calls_local(address):
    if is_public(address):
        assert not any([address.is_private, address.is_multicast, address.is_reserved])


def test_network_holds_addresses_as_they_are_written_only():
    networks = [ipaddress.ip_network("127.0.0.0/8")]
    assert is_within(ipaddress.ip_address("127.0.0.1"), networks)
    assert not is_within(ipaddress.ip_address("::ffff:127.0.0.1"), networks)
    assert not is_within(ipaddress.ip_address("10.0.0.1"), networks)
