"""The one way out to receivers: a socket goes to the very address that was checked.

A name that is checked first and resolved again by whoever connects may mean two machines. Here
it is resolved once; each answer is checked, and the connection is made to one of these answers.
"""

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import httpcore2

from .places import Place
from .rules import Rules

Resolve = Callable[[str, int], list[str]]


class Refused(Exception):
    """The call was not made; `code` is a value of `troubles.Trouble`."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a call must be over, whatever it is at: receivers that drip don't hold a worker."""

    at: float

    @classmethod
    def within(cls, seconds: float) -> "Deadline":
        return cls(time.monotonic() + seconds)

    def left(self) -> float:
        """Seconds; httpcore2.ReadTimeout when there are none."""
        left = self.at - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("no time is left")
        return left


def resolve(host: str, port: int) -> list[str]:
    """The addresses of `host` as text. Refused("name") when it has none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Refused("name") from None
    return list(dict.fromkeys(str(sockaddr[0]) for *_kind, sockaddr in found))


class CheckedBackend(httpcore2.NetworkBackend):
    """Connects to `place` where the rules allow every address that its host has."""

    def __init__(
        self, place: Place, *, rules: Rules, deadline: Deadline, resolve: Resolve = resolve
    ) -> None:
        self._place, self._rules, self._deadline = place, rules, deadline
        self._resolve = resolve
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """A stream to the first of the addresses that answers. Refused, or what httpcore2
        raises where none does."""
        trouble: Exception = Refused("name")
        for address in self._checked(host, port):
            try:
                # A numeric address: nobody asks a name service again.
                stream = self._plain.connect_tcp(address, port, timeout=self._deadline.left())
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                trouble = error
            else:
                return BoundedStream(stream, self._deadline)
        raise trouble

    def _checked(self, host: str, port: int) -> list[str]:
        # What the pool was told to call is not taken on trust either.
        if (host, port) != (self._place.host, self._place.port):
            raise Refused("address")
        addresses = self._resolve(host, port)
        for address in addresses:
            if not self._rules.allow(_parsed(address), self._place):
                raise Refused("address")
        return addresses

    def connect_unix_socket(self, *_args: Any, **_kwargs: Any) -> httpcore2.NetworkStream:
        raise Refused("address")


class BoundedStream(httpcore2.NetworkStream):
    """A stream none of whose steps outlasts the deadline."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        # Certificates are checked against the name, though the address was connected to.
        secured = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        return BoundedStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _parsed(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    try:
        # An address with a zone (fe80::1%eth0) is local.
        if "%" not in text:
            return ipaddress.ip_address(text)
    except ValueError:
        pass
    raise Refused("address")
