"""How an operation begins; the caller has locked its domain."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from domains.models import Domain, Operation
from domains.operation_kinds import OperationKind
from registrar.errors import StateConflict
from registrar.transitions import move
from registrar.workdays.counting import add_working_days

from .saving import StatusMove, save_domain

ALREADY_OPEN = _("The same operation is already under way for this domain.")


def begin_operation(operation: Operation, domain: Domain, spec: OperationKind) -> StatusMove:
    """Submit it, unsaved: due now, with the day when its end is expected."""
    now = timezone.now()
    move(operation.submit)
    moved = save_domain(domain, spec.start(domain))
    operation.submitted_at = operation.due_at = now
    if spec.working_days:
        day = add_working_days(timezone.localdate(now), spec.working_days)
        operation.expected_on, operation.expected_provisional = day
    return moved


def insert_operation(operation: Operation) -> None:
    """The database has the last word on one open operation of a kind per domain."""
    try:
        with transaction.atomic():
            operation.save(force_insert=True)
    except IntegrityError:
        raise StateConflict("operation_open", ALREADY_OPEN) from None
