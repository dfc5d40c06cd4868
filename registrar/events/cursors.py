"""Where a reader of events has got to, as an opaque text that it keeps between two visits."""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError, InvalidInput

# Signed, so that nobody learns or guesses numbers that go over all accounts.
_SIGNER = Signer(salt="registrar.events")


@dataclass(frozen=True, slots=True)
class Position:
    """Everything up to the event `last` has been read; `at` is when, before the question."""

    last: int
    at: dt.datetime

    def as_cursor(self) -> str:
        return _SIGNER.sign_object({"last": self.last, "at": int(self.at.timestamp())})


def beginning() -> Position:
    """Before the oldest event that is still there."""
    return Position(0, timezone.now())


def read_cursor(cursor: str) -> Position:
    """The position of a cursor that we gave out.

    InvalidInput for anything else (`invalid_cursor`), and for one that is older than events are
    kept (`cursor_expired`): events behind it may be gone, and nobody would notice.
    """
    try:
        said = _SIGNER.unsign_object(cursor)
    except (BadSignature, UnicodeError):
        raise _refused("invalid_cursor", _INVALID) from None
    at = dt.datetime.fromtimestamp(said["at"], tz=dt.UTC)
    # At the beginning nothing has been promised yet.
    if said["last"] and at < kept_since():
        raise _refused("cursor_expired", _EXPIRED)
    return Position(said["last"], at)


def kept_since() -> dt.datetime:
    """The sweep removes what is older."""
    return timezone.now() - dt.timedelta(days=settings.EVENT_RETENTION_DAYS)


_INVALID = _("This cursor is not valid. Start from the oldest event, or from a time.")
_EXPIRED = _(
    "Events behind this cursor may have been removed. Start from the oldest event, and compare "
    "what you know with the objects themselves."
)


def _refused(code: str, message: object) -> InvalidInput:
    return InvalidInput(code, str(message), errors=[FieldError("cursor", code, str(message))])
