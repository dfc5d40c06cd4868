"""Messages signed as the other side does it."""

from verification.authorities.reference.options import Key
from verification.authorities.reference.signatures import Request, sign_callback

OURS = Key("registrar-1", "our-secret-that-is-long-enough-0123")
THEIRS = Key("authority-1", "their-secret-that-is-long-enough-45")
BEFORE = Key("authority-1", "their-secret-before-the-change-6789")
PLACE = "/authority-callbacks/outside/"

COLUMNS = {
    "code": "outside",
    "name": "Outside",
    "adapter": "http",
    "key_id": OURS.key_id,
    "secret": OURS.secret,
    "callback_key_id": THEIRS.key_id,
    "callback_secret": THEIRS.secret,
    "callback_secret_before": BEFORE.secret,
}


def callback_headers(body: bytes, *, key: Key = THEIRS, path: str = PLACE) -> dict[str, str]:
    """The headers of a signed callback as the test client sends it."""
    request = Request("POST", f"http://testserver{path}", {"Content-Type": "application/json"})
    sign_callback(request, body, key)
    return request.headers
