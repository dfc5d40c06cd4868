"""What reviewers do besides deciding."""

from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError, InvalidInput, NotFound, NotPermitted
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from verification.models import Submission
from verification.services.reviewers import require_reviewer

from .standing import belongs_to


def reveal_number(*, actor: Actor, submission: Submission, reason: str) -> str:
    """The document number in full, for a reviewer who says why; the log keeps both.

    Raises NotPermitted (also for whoever belongs to the account), NotFound, or InvalidInput
    when no reason is given.
    """
    user = require_reviewer(actor)
    why = reason.strip()
    if not why:
        message = _("Say why you need to see the number.")
        raise InvalidInput(errors=[FieldError("reason", "required", message)])
    row = Submission.objects.filter(pk=submission.pk).first()
    if row is None:
        raise NotFound
    if belongs_to(user, row):
        raise NotPermitted(
            "own_account", _("You belong to this account: numbers and pictures stay hidden here.")
        )
    record(actor=actor, action="submission.number_revealed", about=row, reason=why)
    return str(row.document_number)
