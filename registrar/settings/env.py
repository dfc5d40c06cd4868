"""Strict readers of environment variables: a wrong value stops the start, with its name."""

import ipaddress
import json
import os
import re
from typing import Any

from django.core.exceptions import ImproperlyConfigured

_FLAGS = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
_SITE = re.compile(r"https?://([a-z0-9.-]+|\[[0-9a-f:]+\])(:[0-9]+)?", re.IGNORECASE)


def required(name: str) -> str:
    """The variable's text; ImproperlyConfigured when it is absent or empty."""
    value = os.environ.get(name, "")
    if not value:
        raise ImproperlyConfigured(f"Set the environment variable {name}.")
    return value


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "") or default


def site_address(name: str) -> str:
    """A required address such as https://console.example: scheme and host, nothing behind."""
    value = required(name).rstrip("/")
    if not _SITE.fullmatch(value):
        raise ImproperlyConfigured(f"{name} must be like https://host, not {value!r}.")
    return value


def flag(name: str, *, default: bool) -> bool:
    """1/true/yes or 0/false/no; anything else is refused rather than guessed."""
    value = os.environ.get(name, "")
    if not value:
        return default
    try:
        return _FLAGS[value.lower()]
    except KeyError:
        raise ImproperlyConfigured(f"{name} must be true or false, not {value!r}.") from None


def integer(name: str, *, default: int, minimum: int = 0) -> int:
    value = os.environ.get(name, "")
    if not value:
        return default
    try:
        number = int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.") from None
    if number < minimum:
        raise ImproperlyConfigured(f"{name} must be at least {minimum}.")
    return number


def listing(name: str, *, default: tuple[str, ...] = ()) -> list[str]:
    """A comma-separated list without empty members."""
    value = os.environ.get(name, "")
    if not value:
        return list(default)
    return [part.strip() for part in value.split(",") if part.strip()]


def networks(name: str) -> list[str]:
    """A comma-separated list of networks such as 10.20.0.0/16 or fd00::/8."""
    found = listing(name)
    for text in found:
        try:
            ipaddress.ip_network(text)
        except ValueError as error:
            raise ImproperlyConfigured(f"{name}: {error}.") from None
    return found


def ports(name: str, *, default: tuple[int, ...]) -> list[int]:
    """A comma-separated list of ports."""
    found = listing(name, default=tuple(str(port) for port in default))
    if not all(text.isascii() and text.isdigit() and 0 < int(text) < 65536 for text in found):
        raise ImproperlyConfigured(f"{name} must be ports such as 443,8443.")
    return [int(text) for text in found]


def json_object(name: str) -> dict[str, Any]:
    """A required JSON object."""
    try:
        value = json.loads(required(name))
    except json.JSONDecodeError:
        raise ImproperlyConfigured(f"{name} must be JSON.") from None
    if not isinstance(value, dict):
        raise ImproperlyConfigured(f"{name} must be a JSON object.")
    return value
