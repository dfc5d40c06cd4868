"""What the page after a form shows a single time: a new key, a document number.

The form is answered with a redirect, so that loading its page again repeats nothing. In between
the secret lies in the session, sealed: the table of sessions is read by more than the one reader.
"""

import base64
import datetime as dt
import json

from django.utils import timezone

from registrar.crypto import DecryptionError, open_sealed, seal
from registrar.crypto.configured import get_keyring

from .requests import MemberRequest

# Enough to follow a redirect; whoever comes later is shown nothing any more.
_LIFETIME = dt.timedelta(minutes=5)


def keep_for_next_page(request: MemberRequest, place: str, **facts: str) -> None:
    """Seal `facts` until `take_shown_once` of the same person, account and `place`."""
    sealed = seal(get_keyring(), json.dumps(facts).encode(), _context(request, place))
    until = (timezone.now() + _LIFETIME).timestamp()
    request.session[_entry(request, place)] = [until, base64.b64encode(sealed).decode()]


def take_shown_once(request: MemberRequest, place: str) -> dict[str, str]:
    """What was kept for `place`, out of the session for good; {} if nothing is, or too late.

    For GET only: a HEAD would take it and show nothing.
    """
    entry = _entry(request, place)
    if entry not in request.session:
        return {}
    until, sealed = request.session.pop(entry)
    if timezone.now().timestamp() > until:
        return {}
    try:
        opened = open_sealed(get_keyring(), base64.b64decode(sealed), _context(request, place))
    except DecryptionError:
        return {}
    return dict(json.loads(opened))


def _entry(request: MemberRequest, place: str) -> str:
    return f"shown_once {request.account.public_id} {place}"


def _context(request: MemberRequest, place: str) -> bytes:
    return f"{_entry(request, place)} {request.user.pk}".encode()
