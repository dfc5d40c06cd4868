"""Closing a request, opening it again, and who of the staff looks after it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.accounts.guard import require
from registrar.accounts.models import User
from registrar.accounts.permissions import Permission
from registrar.errors import NotPermitted, StateConflict
from registrar.tenancy.actor import Actor
from registrar.transitions import move
from verification.support.models import SupportRequest
from verification.support.notices import tell_of_closing
from verification.support.rules import reopen_until
from verification.support.selectors import open_request_about
from verification.support.states import AuthorKind, RequestState

from .limits import refuse_too_many
from .locking import lock_request, one_at_a_time
from .recording import record_request, record_step
from .staff import ANSWER, require_support
from .texts import taken_text
from .writing import add_message


@transaction.atomic
def close_request(*, actor: Actor, request: SupportRequest) -> SupportRequest:
    """Either side ends it; NotPermitted, NotFound, or StateConflict when it is closed already."""
    _require_side(actor, request)
    row = lock_request(request.pk)
    before = row.state
    shut(row, by=AuthorKind.STAFF if actor.is_staff else AuthorKind.USER)
    row.last_activity_at = timezone.now()
    row.save()
    if actor.is_staff:
        tell_of_closing(row)
    record_step(actor=actor, action="support.closed", request=row, before=before)
    return row


@transaction.atomic
def reopen_request(*, actor: Actor, request: SupportRequest, text: str = "") -> SupportRequest:
    """Either side goes on with a closed one, with a message or without.

    StateConflict when it is open, was closed too long ago (`closed_long_ago`), or another one
    about the same thing is open (`request_open`); TooMany as for a new one. NotPermitted,
    NotFound, InvalidInput.
    """
    _require_side(actor, request)
    written = taken_text(text) if text.strip() else ""
    one_at_a_time(request.account_id)
    row = lock_request(request.pk)
    before = row.state
    _refuse_reopening(row)
    refuse_too_many(row.account_id)
    move(row.reopen)
    row.closed_at, row.closed_by = None, ""
    if written:
        add_message(actor=actor, request=row, text=written)
    row.last_activity_at = timezone.now()
    row.save()
    record_step(actor=actor, action="support.reopened", request=row, before=before)
    return row


@transaction.atomic
def assign_request(*, actor: Actor, request: SupportRequest, to: User | None) -> SupportRequest:
    """Say which member of staff looks after it, or with None nobody in particular.

    StateConflict when it is closed; NotPermitted when either may not answer requests.
    """
    require_support(actor, request)
    if to is not None and not (to.is_active and to.is_staff and to.has_perm(ANSWER)):
        raise NotPermitted("assignee_not_permitted", _("This colleague can't answer requests."))
    row = lock_request(request.pk)
    if row.state == RequestState.CLOSED:
        raise StateConflict
    before, row.assigned_to = row.assigned_to_id, to
    row.save()
    record_request(
        actor=actor,
        action="support.assigned",
        request=row,
        before={"assigned_to": f"user:{before}"} if before else {},
        after={"assigned_to": f"user:{to.pk}"} if to else {},
    )
    return row


def shut(row: SupportRequest, *, by: AuthorKind) -> None:
    """Close a locked row, unsaved; StateConflict when it is closed."""
    move(row.close)
    row.closed_at, row.closed_by = timezone.now(), by


def _require_side(actor: Actor, request: SupportRequest) -> None:
    if actor.is_staff:
        require_support(actor, request)
    else:
        require(actor, Permission.SUPPORT_WRITE)


def _refuse_reopening(row: SupportRequest) -> None:
    if row.closed_at is None:
        raise StateConflict
    if timezone.now() > reopen_until(row.closed_at):
        said = _("This was closed more than 30 days ago. Please open a new request.")
        raise StateConflict("closed_long_ago", said)
    twin = open_request_about(
        submission_id=row.submission_id, operation_id=row.operation_id, domain_id=row.domain_id
    )
    if twin is not None:
        said = _("Another request about the same thing is open. Write there.")
        raise StateConflict("request_open", said)
