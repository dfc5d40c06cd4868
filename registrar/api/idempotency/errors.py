"""What is refused because of an Idempotency-Key (draft-ietf-httpapi-idempotency-key-header)."""

from django.utils.translation import gettext_lazy as _

from registrar.errors import ServiceError, StateConflict


class KeyReused(ServiceError):
    """The same key came with another call."""

    status = 422
    code = "idempotency_key_reused"
    message = _(
        "This Idempotency-Key was used for another call within the last 24 hours. "
        "Take a new key for each new call."
    )


class StillRunning(StateConflict):
    """The first call with this key has no answer yet; `retry_after` says when to ask again."""

    code = "idempotency_in_progress"
    message = _("The first call with this Idempotency-Key is still running. Try again shortly.")

    def __init__(self) -> None:
        super().__init__(extra={"retry_after": 2})
