"""Showing a document number: the exception, after a code, with a reason, in the log."""

from django.utils.translation import gettext_lazy as _

from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.accounts.purposes import Purpose
from registrar.accounts.step_up import require_proof
from registrar.errors import FieldError, InvalidInput, Text
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from templates_app.models import InfoTemplate

from .locking import lock_template

MAX_REASON = 200


def reveal_number(*, actor: Actor, template: InfoTemplate, reason: str) -> str:
    """The whole document number, once it is written down who wanted it and why.

    To be shown once (registrar.accounts.shown_once): never store it otherwise, but sealed for a
    call that is repeated (registrar.api.idempotency); never log it.
    InvalidInput without a reason, or with one of more than 200 characters; StepUpRequired for
    people without a proof of identity, NotPermitted for a key without the scope `sensitive`.
    """
    require(actor, Permission.TEMPLATES_WRITE)
    reason = " ".join(reason.replace("\0", " ").split())
    if not reason:
        raise _refused("field_required", _("Say why you need to see the whole number."))
    if len(reason) > MAX_REASON:
        raise _refused("field_too_long", _("Say it in at most 200 characters."))
    require_proof(actor=actor, purpose=Purpose.REVEAL_DOCUMENT_NUMBER)
    locked = lock_template(template)
    record(actor=actor, action="template.number_revealed", about=locked, reason=reason)
    return str(locked.document_number)


def _refused(code: str, message: Text) -> InvalidInput:
    return InvalidInput(errors=[FieldError("reason", code, message)])
