"""Refusals that services raise and every door translates: pages into messages, the API into
problem+json. One class per meaning; the code is stable, the message is for people."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise


@dataclass(frozen=True, slots=True)
class FieldError:
    """One thing that is wrong with one field ("" for the whole input)."""

    field: str
    code: str
    message: Text


class ServiceError(Exception):
    """A refusal with a stable `code`, a sentence for the user and an HTTP status."""

    status = 409
    code = "refused"
    message: Text = _("This can't be done.")

    def __init__(
        self,
        code: str | None = None,
        message: Text | None = None,
        *,
        errors: Sequence[FieldError] = (),
        blocked_until: dt.date | None = None,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.code = code or self.code
        self.message = message or self.message
        self.errors = tuple(errors)
        self.blocked_until = blocked_until
        self.extra = extra or {}
        super().__init__(self.code)


class InvalidInput(ServiceError):
    """The input itself is wrong; `errors` says where."""

    status = 400
    code = "invalid_input"
    message = _("Please correct what is named here.")


class NotPermitted(ServiceError):
    """The object is theirs, but their role or key may not do this."""

    status = 403
    code = "not_permitted"
    message = _("Your role does not allow this. Ask an owner or manager of the account.")


class NotFound(ServiceError):
    """There is no such thing, or it is another account's: the answer is the same."""

    status = 404
    code = "not_found"
    message = _("There is no such object in this account.")


class StateConflict(ServiceError):
    """The object has moved on: somebody else was faster, or what was seen of it is old. The
    sentence is read on pages and by programs alike, so it names neither."""

    code = "state_conflict"
    message = _(
        "This is not possible as it stands now; it may have changed meanwhile. Look at it again."
    )


class Blocked(ServiceError):
    """An operation gate is closed; `errors` holds every reason, not just the first."""

    code = "operation_blocked"
    message = _("This operation is blocked at the moment.")


class TooMany(ServiceError):
    """Asked too often; `extra["retry_after"]` holds the seconds to wait where known."""

    status = 429
    code = "too_many_requests"
    message = _("Too many attempts. Please wait a moment.")


class Unavailable(ServiceError):
    """Something outside that this needs does not answer; nothing was changed."""

    status = 503
    code = "unavailable"
    message = _("This is not available at the moment. Please try again in a few minutes.")
