"""Where the operator allows webhooks to go."""

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from .addresses import Address, Network, is_public, is_within
from .places import Place


@dataclass(frozen=True, slots=True)
class Rules:
    """`networks` may be reached whatever they are, on any port and without TLS; all other
    addresses only where they are public, by TLS, on one of `ports`."""

    networks: tuple[Network, ...] = ()
    ports: frozenset[int] = frozenset({443})

    def allow(self, address: Address, place: Place) -> bool:
        """Whether `place` may be called at this address of its host."""
        if is_within(address, self.networks):
            return True
        return place.secure and place.port in self.ports and is_public(address)

    def could_allow(self, place: Place) -> bool:
        """False where no answer of the name service would help: to say so while it is typed."""
        literal = place.literal
        if literal is not None:
            return self.allow(literal, place)
        if self.networks:
            return True
        return place.secure and place.port in self.ports and "." in place.host


def current_rules() -> Rules:
    """The rules that the settings name. ImproperlyConfigured for networks that are none."""
    return Rules(
        read_networks(settings.WEBHOOK_ALLOWED_NETWORKS), frozenset(settings.WEBHOOK_PORTS)
    )


def read_networks(texts: Iterable[str]) -> tuple[Network, ...]:
    """Networks such as `10.20.0.0/16` or `fd00::/8`. ImproperlyConfigured for anything else."""
    try:
        return tuple(ipaddress.ip_network(text) for text in texts)
    except ValueError as error:
        raise ImproperlyConfigured(f"WEBHOOK_ALLOWED_NETWORKS: {error}") from None
