"""Where the API is: what people type, and where a key may be sent."""

from urllib.parse import urlsplit

from .errors import ClientError

API = "/api/v1"
_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


class BadAddress(ClientError):
    """No address of a server, or one to which a key would go in clear."""


def api_address(server: str, *, allow_http: bool = False) -> str:
    """`https://host` or anything below it, as the base of every call: `https://host/api/v1`.

    Plain HTTP is for this machine only, unless `allow_http`: a key would be read on the way.
    """
    try:
        parts = urlsplit(server.strip())
        sound = bool(parts.hostname) and parts.port != 0
    except ValueError:  # half a bracket, or a port that is no number
        sound = False
    if not sound or parts.scheme not in {"http", "https"} or "@" in parts.netloc:
        raise BadAddress(f"Not an address such as https://registrar.example: {server}")
    if parts.scheme == "http" and not (allow_http or is_this_machine(server)):
        raise BadAddress(f"The key would be sent in clear to {server}: use https.")
    base = f"{parts.scheme}://{parts.netloc}{parts.path}".rstrip("/")
    return base if base.endswith(API) else base + API


def is_this_machine(server: str) -> bool:
    return urlsplit(server).hostname in _THIS_MACHINE
