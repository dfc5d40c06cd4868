"""What a connection to an authority may look like; pure, apart from words for people."""

import re
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError, Text
from verification.authorities.http.exchange import LONGEST_TIMEOUT
from verification.models.authority import AdapterKind

MIN_TIMEOUT = 2
# A worker is ended after its time limit, and one call must not use it up.
_SPARE = 5
# At least as docs/authority-contract.md has it.
MIN_SECRET, MAX_SECRET = 32, 256
MAX_URL = 255
_CODE = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?")
_KEY_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_SECRET = re.compile(rf"[\x21-\x7e]{{{MIN_SECRET},{MAX_SECRET}}}")
_REQUIRED = _("This field is required. Fill it in.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """An authority as it is typed. An empty secret means: as it was."""

    code: str = ""
    name: str
    adapter: str
    base_url: str = ""
    key_id: str = ""
    secret: str = field(default="", repr=False)
    callback_key_id: str = ""
    callback_secret: str = field(default="", repr=False)
    timeout: int


def longest_timeout(task_limit: int) -> int:
    """Seconds that one call may take where a worker's task is ended after `task_limit`."""
    return max(MIN_TIMEOUT, min(task_limit - _SPARE, LONGEST_TIMEOUT))


def tidy_url(text: str) -> str:
    """Without blanks around it and slashes at its end: paths are put behind it."""
    return text.strip().rstrip("/")


def connection_errors(
    given: Connection,
    *,
    has_secret: bool = False,
    has_callback_secret: bool = False,
    plain_allowed: bool,
    task_limit: int,
) -> list[FieldError]:
    """Everything that is wrong with it. `has_…`: one is kept that stays if none is typed;
    `plain_allowed`: http:// to this very machine is fine (the demo)."""
    errors = _common_errors(given, longest_timeout(task_limit))
    if given.adapter == AdapterKind.HTTP:
        errors += _url_errors(given.base_url, plain_allowed=plain_allowed)
        errors += _key_errors("key_id", given.key_id, "secret", given.secret, kept=has_secret)
        theirs = ("callback_key_id", given.callback_key_id)
        errors += _key_errors(
            *theirs, "callback_secret", given.callback_secret, kept=has_callback_secret
        )
    elif given.adapter == AdapterKind.SIMULATED:
        errors += _leftover_errors(given)
    return errors


def _common_errors(given: Connection, longest: int) -> list[FieldError]:
    errors = []
    if not _CODE.fullmatch(given.code):
        message = _("Use small letters, digits and hyphens, at most 32, such as cnnic-1.")
        errors.append(FieldError("code", "invalid", message))
    if not given.name or len(given.name) > 64 or not given.name.isprintable():
        message = (
            _REQUIRED if not given.name else _("At most 64 letters, without control characters.")
        )
        errors.append(FieldError("name", "invalid", message))
    if given.adapter not in AdapterKind.values:
        errors.append(FieldError("adapter", "invalid_choice", _("Choose one of the list.")))
    if not MIN_TIMEOUT <= given.timeout <= longest:
        message = format_lazy(
            _("From {least} to {most} seconds: a worker is ended soon after that."),
            least=MIN_TIMEOUT,
            most=longest,
        )
        errors.append(FieldError("timeout", "invalid", message))
    return errors


def _leftover_errors(given: Connection) -> list[FieldError]:
    message = _("The simulated authority has none. Leave it empty.")
    names = ("base_url", "key_id", "secret", "callback_key_id", "callback_secret")
    return [FieldError(name, "invalid", message) for name in names if getattr(given, name)]


def _url_errors(text: str, *, plain_allowed: bool) -> list[FieldError]:
    problem = _REQUIRED if not text else _url_problem(text, plain_allowed=plain_allowed)
    return [FieldError("base_url", "invalid", problem)] if problem else []


def _url_problem(text: str, *, plain_allowed: bool) -> Text:
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        host = ""
    if not host or len(text) > MAX_URL or not text.isascii() or re.search(r"[\s\\\x00-\x20]", text):
        return _("This is no address such as https://verify.example/v1.")
    if parts.scheme != "https" and not (plain_allowed and _is_plain_loopback(parts, host)):
        return _("The address must begin with https://: pictures and numbers travel there.")
    if parts.username is not None or parts.password is not None or "@" in parts.netloc:
        return _("No user name and password in the address: requests are signed with the key.")
    if parts.query or parts.fragment or "?" in text or "#" in text:
        return _("Leave out what begins with ? or #: paths are put behind the address.")
    return ""


def _is_plain_loopback(parts: SplitResult, host: str) -> bool:
    if parts.scheme != "http":
        return False
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _key_errors(
    id_field: str, key_id: str, secret_field: str, secret: str, *, kept: bool
) -> list[FieldError]:
    errors = []
    if not _KEY_ID.fullmatch(key_id):
        message = _("Use letters, digits, dots, hyphens and underscores, at most 64.")
        errors.append(FieldError(id_field, "invalid", message if key_id else _REQUIRED))
    if not secret and not kept:
        errors.append(FieldError(secret_field, "field_required", _REQUIRED))
    elif secret and not _SECRET.fullmatch(secret):
        message = format_lazy(
            _("From {least} to {most} letters, digits and signs, without blanks."),
            least=MIN_SECRET,
            most=MAX_SECRET,
        )
        errors.append(FieldError(secret_field, "invalid", message))
    return errors
