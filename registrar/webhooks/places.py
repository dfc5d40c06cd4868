"""Reading the address of an endpoint: one plain form of it, or the reason why not (pure).

Whatever different programs read differently is refused: names and passwords in addresses,
backslashes, numbers that are no dotted quads (`2130706433`, `0x7f.1`, `0177.0.0.1`), characters
that a mapping would turn into others.
"""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

import idna

from .addresses import Address

MAX_LENGTH = 1000
DEFAULT_PORTS = {"https": 443, "http": 80}
_PLAIN = re.compile(r"[!-\[\]-~]+")  # visible ASCII without the backslash
_NUMBER_LIKE = re.compile(r"(0x[0-9a-f]*|[0-9]+)", re.IGNORECASE)


class BadPlace(Exception):
    """Why an address is refused, by a code of `place_texts`."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an endpoint is. `host` is an A-label name or an address without brackets."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def literal(self) -> Address | None:
        """The host as an address, where it is one."""
        try:
            return ipaddress.ip_address(self.host)
        except ValueError:
            return None

    @property
    def secure(self) -> bool:
        return self.scheme == "https"

    @property
    def url(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == DEFAULT_PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.target}"


def read_place(text: str) -> Place:
    """BadPlace for whatever is not an absolute http(s) address in one unambiguous reading."""
    if len(text) > MAX_LENGTH:
        raise BadPlace("too_long")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise BadPlace("invalid") from None
    scheme = parts.scheme.lower()
    if scheme not in DEFAULT_PORTS or port == 0:
        raise BadPlace("invalid")
    _refuse_what_misleads(parts, text)
    host = _host(parts.hostname or "")
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Place(scheme, host, port or DEFAULT_PORTS[scheme], target)


def _refuse_what_misleads(parts: SplitResult, text: str) -> None:
    if "@" in parts.netloc:
        raise BadPlace("credentials")
    if "#" in text:
        raise BadPlace("fragment")
    # Names may be written in any script; everything else is ASCII.
    rest = text.replace(parts.netloc, "", 1)
    if not _PLAIN.fullmatch(rest) or re.search(r"[\s\\%]", parts.netloc):
        raise BadPlace("invalid")


def _host(text: str) -> str:
    name = text.removesuffix(".")
    if ":" in name:
        return _literal(name)
    if _NUMBER_LIKE.fullmatch(name.rpartition(".")[2]):
        return _literal(name)
    try:
        # Strict IDNA 2008: full-width digits and the like are refused, not mapped.
        encoded = idna.encode(name).decode("ascii").lower()
    except (idna.IDNAError, UnicodeError):
        raise BadPlace("host") from None
    # What a name means to the resolver must not depend on where we run (search domains).
    if "." not in encoded and encoded != "localhost":
        raise BadPlace("host")
    return encoded


def _literal(text: str) -> str:
    try:
        return str(ipaddress.ip_address(text))
    except ValueError:
        raise BadPlace("host") from None
