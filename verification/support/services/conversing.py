"""Writing to each other: replies of the customer, answers and notes of staff."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.errors import StateConflict
from registrar.tenancy.actor import Actor
from registrar.transitions import move
from verification.support.models import SupportRequest
from verification.support.notices import tell_of_answer
from verification.support.states import AuthorKind

from .closing import shut
from .locking import lock_request
from .recording import record_step
from .staff import require_support
from .texts import taken_text
from .writing import add_message, is_repeated, latest_shown


@transaction.atomic
def reply_to_request(*, actor: Actor, request: SupportRequest, text: str) -> SupportRequest:
    """The customer writes; it waits for support again. The form sent twice changes nothing.

    Raises NotPermitted, NotFound, InvalidInput, or StateConflict when it is closed.
    """
    require(actor, Permission.SUPPORT_WRITE)
    written = taken_text(text)
    row = lock_request(request.pk)
    before = row.state
    move(row.reply)
    if is_repeated(actor, row, written):
        return row
    add_message(actor=actor, request=row, text=written)
    row.last_activity_at = timezone.now()
    row.save()
    record_step(actor=actor, action="support.replied", request=row, before=before)
    return row


@transaction.atomic
def answer_request(
    *,
    actor: Actor,
    request: SupportRequest,
    text: str,
    internal: bool = False,
    close: bool = False,
    seen: int | None = None,
) -> SupportRequest:
    """Staff write to the customer, or with `internal` a note among themselves.

    An answer leaves it waiting for the customer, or closed with `close`; a note leaves it as
    it is, also a closed one. The first to answer takes it on. `seen` is the newest message
    (its key) that the writer has read: StateConflict (`answered_meanwhile`) when another has
    come since, so that nobody answers past a colleague or twice. Raises NotPermitted (also for
    a request of one's own account), NotFound, InvalidInput or StateConflict.
    """
    require_support(actor, request)
    written = taken_text(text)
    row = lock_request(request.pk)
    _refuse_unread(row, seen)
    before = row.state
    if internal:
        add_message(actor=actor, request=row, text=written, internal=True)
        record_step(actor=actor, action="support.noted", request=row, before=before)
        return row
    move(row.answer)
    message = add_message(actor=actor, request=row, text=written)
    now = timezone.now()
    row.last_activity_at = now
    row.first_answered_at = row.first_answered_at or now
    row.assigned_to_id = row.assigned_to_id or actor.user_id
    if close:
        shut(row, by=AuthorKind.STAFF)
    row.save()
    tell_of_answer(row, message)
    record_step(actor=actor, action="support.answered", request=row, before=before)
    return row


def _refuse_unread(row: SupportRequest, seen: int | None) -> None:
    last = latest_shown(row)
    if seen is not None and last is not None and last.pk > seen:
        said = _("Somebody has written meanwhile. Read it, then send your answer again.")
        raise StateConflict("answered_meanwhile", said)
