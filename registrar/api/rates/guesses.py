"""Wrong keys count for the address that they come from.

Whoever tries secrets for one key is shut out from that key; a colleague's right key from the same
address goes on working, as it must when an old script keeps sending a key that was revoked.
"""

import hashlib
import ipaddress

from django.conf import settings
from django.http import HttpRequest

from registrar.accounts.api_keys import sent_prefix
from registrar.accounts.networks import read_sender
from registrar.accounts.request_actor import client_ip

from .counted import Counted
from .counting import look, take
from .refusal import refuse_exceeded


def refuse_guesses(request: HttpRequest) -> None:
    """TooMany when this address has sent too many wrong secrets for this key. Looks up nothing."""
    if prefix := sent_prefix(request):
        refuse_exceeded(look(_counted(f"{_address(request)} {prefix}")))


def count_wrong_key(request: HttpRequest) -> None:
    """Count a key that was wrong; TooMany when the address has sent too many of any kind."""
    address = _address(request)
    if prefix := sent_prefix(request):
        take(_counted(f"{address} {prefix}"))
    refuse_exceeded(take(_counted(address)))


def _counted(by: str) -> list[Counted]:
    # Hashed: nobody needs to read in Redis who called.
    digest = hashlib.sha256(by.encode()).hexdigest()[:32]
    return [Counted(rate, digest) for rate in settings.API_RATES["wrong_key"]]


def _address(request: HttpRequest) -> str:
    """The address; of IPv6 the network that one customer is given."""
    text = client_ip(request)
    try:
        address = read_sender(text)
    except ValueError:
        return text
    if address.version == 4:
        return str(address)
    return str(ipaddress.ip_network((address, 64), strict=False))
