"""Networks that a key may be used from. Pure; texts in, texts out."""

import ipaddress
from collections.abc import Iterable

MOST = 20

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def read_network(text: str) -> str:
    """`text` as it is kept: `192.0.2.0/24`, `2001:db8::/32`, an address as `192.0.2.7/32`.

    ValueError for anything else, also for a network whose address has bits beyond its mask:
    whether the address or the mask is meant nobody can know.
    """
    return str(_network(text))


def network_around(text: str) -> str:
    """The network that `text` lies in where its address has bits beyond its mask; "" for what
    can't be read at all."""
    if "%" in text:
        return ""
    try:
        return str(ipaddress.ip_network(text.strip(), strict=False))
    except ValueError:
        return ""


def read_sender(text: str) -> _Address:
    """The address of a sender; ValueError for what is none.

    A server that listens on both families tells IPv4 senders as ::ffff:192.0.2.7.
    """
    address = ipaddress.ip_address(text)
    return getattr(address, "ipv4_mapped", None) or address


def is_inside(address: str, networks: Iterable[str]) -> bool:
    """Whether `address` lies in one of `networks`. An unreadable address lies in none."""
    try:
        sender = read_sender(address)
    except ValueError:
        return False
    return any(sender in ipaddress.ip_network(network) for network in networks)


def is_wider(after: Iterable[str], before: Iterable[str]) -> bool:
    """Whether some address is allowed by `after` and not by `before`; none at all is all."""
    now, then = [_network(each) for each in after], [_network(each) for each in before]
    if not then:
        return False
    return not now or not all(any(_holds(old, new) for old in then) for new in now)


def _network(text: str) -> _Network:
    if "%" in text:  # a zone of this machine's own: nothing that a sender could have
        raise ValueError("zone")
    return ipaddress.ip_network(text.strip())


def _holds(outer: _Network, inner: _Network) -> bool:
    return outer.version == inner.version and inner.subnet_of(outer)  # type: ignore[arg-type]
