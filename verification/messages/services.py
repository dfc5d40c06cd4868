"""What staff make of an unknown message. The rows belong to no account: who decided, and when,
stands in the row itself."""

from collections.abc import Collection

import structlog
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.accounts.models import User
from registrar.accounts.staff import require_staff
from registrar.errors import FieldError, InvalidInput, NotFound
from registrar.jobs import hurry_on_commit
from registrar.tenancy.actor import Actor
from registrar.transitions import move
from verification.catalogue.catalogue import reasons

from . import mappings
from .models import UnknownMessage
from .tasks import reclassify_message

log = structlog.get_logger(__name__)
MAP = "verification.map_unknownmessage"


@transaction.atomic
def map_message(*, actor: Actor, message_id: int, codes: Collection[str]) -> UnknownMessage:
    """Say which reasons the message means; earlier failures with it are explained anew.

    A mapping can be corrected in the same way. Raises NotPermitted, NotFound, or InvalidInput
    for no code or an unknown one.
    """
    user = require_mapper(actor)
    chosen = list(dict.fromkeys(codes))
    if not chosen or any(code not in reasons() for code in chosen):
        problem = _("Choose at least one reason of the catalogue.")
        raise InvalidInput(errors=[FieldError("codes", "invalid_choice", problem)])
    row = _lock(message_id)
    move(row.map)
    return _decide(row, user, chosen)


@transaction.atomic
def dismiss_message(*, actor: Actor, message_id: int) -> UnknownMessage:
    """Say that the message states no reason; it is no longer asked about.

    Takes a mapping back. Raises NotPermitted, NotFound, or StateConflict if dismissed already.
    """
    user = require_mapper(actor)
    row = _lock(message_id)
    move(row.dismiss)
    return _decide(row, user, [])


def require_mapper(actor: Actor) -> User:
    """The active staff member behind `actor`, who may map; NotPermitted otherwise."""
    return require_staff(actor, MAP)


def _lock(message_id: int) -> UnknownMessage:
    row = UnknownMessage.objects.select_for_update().filter(pk=message_id).first()
    if row is None:
        raise NotFound
    return row


def _decide(row: UnknownMessage, user: User, codes: list[str]) -> UnknownMessage:
    row.codes = codes
    row.decided_by, row.decided_at = user, timezone.now()
    row.reclassify_due, row.reclassified_up_to = timezone.now(), 0
    row.save()
    log.info("unknown_message_decided", message=row.pk, state=row.state, codes=codes, user=user.pk)
    transaction.on_commit(mappings.forget)
    hurry_on_commit(reclassify_message, row.pk)
    return row
