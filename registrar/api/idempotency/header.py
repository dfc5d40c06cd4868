"""The header `Idempotency-Key`."""

from django.utils.translation import gettext_lazy as _
from rest_framework.request import Request

from registrar.api.models import LONGEST_KEY
from registrar.errors import FieldError, InvalidInput

HEADER = "Idempotency-Key"
_INVALID = _("1 to 255 printable ASCII characters are expected.")


def key_of(request: Request) -> str | None:
    """The key that the caller chose, None without one; InvalidInput for what is none.

    Taken word for word, quotes included: the draft's `"8e03978e"` and a bare `8e03978e` are two
    keys.
    """
    given = request.headers.get(HEADER)
    if given is None:
        return None
    text = given.strip(" ")
    if not (text.isascii() and text.isprintable() and 0 < len(text) <= LONGEST_KEY):
        error = FieldError(HEADER, "invalid", _INVALID)
        raise InvalidInput("invalid_idempotency_key", errors=[error])
    return text
