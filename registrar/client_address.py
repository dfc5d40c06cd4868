"""Whose address a request comes from, behind proxies that we run ourselves."""

import ipaddress
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

_HEADER = "HTTP_X_FORWARDED_FOR"


class ClientAddressMiddleware:
    """Puts the sender's address into REMOTE_ADDR; operation log and lockouts read it there.

    settings.TRUSTED_PROXIES proxies stand before us, and each adds to X-Forwarded-For whom it
    heard: the sender is that many entries from the right. What stands further left was written
    by the sender and says nothing, so that the header is removed.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        heard = request.META.pop(_HEADER, "")
        sender = sender_of(heard, proxies=settings.TRUSTED_PROXIES)
        if sender:
            request.META["REMOTE_ADDR"] = sender
        return self.get_response(request)


def sender_of(header: str, *, proxies: int) -> str:
    """The address `proxies` entries from the right; "" where there is none."""
    entries = [entry.strip() for entry in header.split(",")]
    if not 0 < proxies <= len(entries):
        return ""
    try:
        return str(ipaddress.ip_address(entries[-proxies]))
    except ValueError:
        return ""
