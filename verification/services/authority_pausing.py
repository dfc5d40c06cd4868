"""Stopping and resuming what is sent to an authority, and asking it for a sign of life."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError, InvalidInput, NotFound
from registrar.tenancy.actor import Actor
from verification.authorities.history import record_change
from verification.authorities.operators import require_operator
from verification.models import Authority, AuthorityAction

from .authorities import lock_authority
from .authority_health import note_failure, note_ok

MAX_REASON = 200
# The kind of trouble that is ours.
OWN_ERROR = "own_error"


@transaction.atomic
def pause_authority(*, actor: Actor, authority_id: int, reason: str) -> bool:
    """Send nothing there from now on, for `reason` (200 characters, shown to all staff).

    False if it is paused already: that pause and its reason stay. What was sent stays there,
    what waits goes when it is resumed. NotPermitted, NotFound; InvalidInput without a reason.
    """
    user = require_operator(actor)
    row = lock_authority(authority_id)
    if row.paused_at is not None:
        return False
    reason = " ".join(reason.split())
    if not reason or len(reason) > MAX_REASON or not reason.isprintable():
        message = _("Say in at most 200 letters why: your colleagues read it.")
        raise InvalidInput(errors=[FieldError("reason", "field_required", message)])
    row.paused_at, row.paused_by, row.pause_reason = timezone.now(), user, reason
    _save_pause(row)
    record_change(actor=actor, action=AuthorityAction.PAUSED, about=row, reason=reason)
    return True


@transaction.atomic
def resume_authority(*, actor: Actor, authority_id: int) -> bool:
    """End the pause; False if there is none. NotPermitted, NotFound."""
    require_operator(actor)
    row = lock_authority(authority_id)
    if row.paused_at is None:
        return False
    before = {"paused_at": row.paused_at.isoformat()}
    row.paused_at, row.paused_by, row.pause_reason = None, None, ""
    _save_pause(row)
    # The reason was the pause's, and stands in its line.
    record_change(actor=actor, action=AuthorityAction.RESUMED, about=row, before=before)
    return True


def start_trial(*, actor: Actor, authority_id: int) -> Authority:
    """The row for a call that nobody's circuit holds back. NotPermitted, NotFound."""
    require_operator(actor)
    row = Authority.objects.filter(pk=authority_id).first()
    if row is None:
        raise NotFound
    return row


@transaction.atomic
def record_trial(*, actor: Actor, authority: Authority, trouble: str) -> None:
    """Write down what the call came to: a kind of trouble, or "" for an answer, which closes
    the circuit. An error of our own says nothing about the authority."""
    require_operator(actor)
    if not trouble:
        note_ok(authority=authority)
    elif trouble != OWN_ERROR:
        note_failure(authority=authority, kind=trouble, trial=True)
    record_change(
        actor=actor,
        action=AuthorityAction.TRIED,
        about=authority,
        after={"answer": trouble or "ok"},
    )


def _save_pause(row: Authority) -> None:
    row.save(update_fields=["paused_at", "paused_by", "pause_reason", "updated_at"])
