"""Operations on domains: asking for them, confirming them, taking them back.

A refusal undoes whatever its service wrote, so that a door may go on in its transaction.
"""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from domains.gating import blockers_of, reasons_of, require_open, target_of
from domains.models import Domain, Operation
from domains.operation_kinds import KINDS, GatedKind, kind_of
from domains.states import ENDED, OperationState
from domains.tasks import run_operation
from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.accounts.purposes import Purpose
from registrar.accounts.step_up import has_proof, require_proof
from registrar.batches.models import Batch
from registrar.errors import StateConflict
from registrar.jobs import hurry_on_commit
from registrar.tenancy.actor import Actor, ActorKind
from registrar.transitions import move
from templates_app.models import InfoTemplate

from .beginning import ALREADY_OPEN, begin_operation, insert_operation
from .endings import log, wake_batch
from .locking import lock_domain, lock_operation, lock_template
from .saving import StatusMove, save_domain


@transaction.atomic
def request_operation(
    *,
    actor: Actor,
    kind: str,
    domain: Domain,
    template: InfoTemplate | None = None,
    payload: Mapping[str, Any] | None = None,
    batch: Batch | None = None,
) -> Operation:
    """Ask for an operation; it goes to the registry at once, or waits for an identity check.

    A sensitive one waits when a person has not entered a code lately; a key without the scope
    `sensitive` is refused (NotPermitted). InvalidInput for a wrong kind or payload, Blocked
    with every reason when the gate is closed, StateConflict when one of its kind is open.
    """
    require(actor, Permission.OPERATIONS_WRITE)
    spec = kind_of(kind)
    domain = lock_domain(domain.pk)
    cleaned = spec.clean(domain, payload or {})
    proven = _proven(actor, spec, cleaned)
    template = spec.template_for(lock_template(template.pk) if template else None)
    _refuse_second(domain, spec)
    _require_open(spec, domain, template)
    operation = Operation(
        account_id=domain.account_id,
        kind=spec.key,
        domain=domain,
        template=template,
        batch=batch,
        payload=cleaned,
        requested_by=actor.label[:128],
    )
    moved = begin_operation(operation, domain, spec) if proven else StatusMove()
    insert_operation(operation)
    log(actor, operation, "requested", before="", was=moved.before, now=moved.after)
    if proven:
        hurry_on_commit(run_operation, operation.pk, operation.account_id)
    return operation


@transaction.atomic
def submit_operation(*, actor: Actor, operation: Operation) -> Operation:
    """The person has proved who they are: off to the registry.

    StepUpRequired without a proof; StateConflict when it isn't waiting for one; Blocked when
    the domain or the template has changed meanwhile.
    """
    require(actor, Permission.OPERATIONS_WRITE)
    domain = lock_domain(operation.domain_id)
    template = lock_template(operation.template_id) if operation.template_id else None
    operation = lock_operation(operation.pk)
    if operation.state != OperationState.AWAITING_IDENTITY:
        raise StateConflict
    spec = kind_of(operation.kind)
    # Only what is sensitive ever waits.
    require_proof(actor=actor, purpose=Purpose(spec.key))
    _require_open(spec, domain, template)
    moved = begin_operation(operation, domain, spec)
    operation.save()
    waited = OperationState.AWAITING_IDENTITY
    log(actor, operation, "submitted", before=waited, was=moved.before, now=moved.after)
    hurry_on_commit(run_operation, operation.pk, operation.account_id)
    return operation


@transaction.atomic
def cancel_operation(*, actor: Actor, operation: Operation) -> Operation:
    """Take it back; StateConflict once the registry may have it, or when it has ended."""
    require(actor, Permission.OPERATIONS_WRITE)
    domain = lock_domain(operation.domain_id)
    operation = lock_operation(operation.pk)
    before = operation.state
    # From the first attempt on the registry may know of it, whatever we have heard.
    if operation.attempts > 0 and before not in ENDED:
        raise StateConflict("too_late_to_cancel", _TOO_LATE)
    move(operation.cancel)
    moved = StatusMove()
    if before == OperationState.SUBMITTED:
        moved = save_domain(domain, KINDS[operation.kind].take_back(domain))
    operation.due_at, operation.ended_at = None, timezone.now()
    operation.save()
    wake_batch(operation)
    log(actor, operation, "cancelled", before=before, was=moved.before, now=moved.after)
    return operation


def can_cancel(operation: Operation) -> bool:
    """Whether `cancel_operation` would take it back now."""
    waiting = {OperationState.AWAITING_IDENTITY, OperationState.SUBMITTED}
    return operation.state in waiting and operation.attempts == 0


def _proven(actor: Actor, spec: GatedKind, payload: Mapping[str, Any]) -> bool:
    """Whether it may go at once. People may still enter a code; a key without scope may not."""
    if not spec.is_sensitive(payload):
        return True
    purpose = Purpose(spec.key)
    if actor.kind is not ActorKind.USER:
        require_proof(actor=actor, purpose=purpose)
    return has_proof(actor=actor, purpose=purpose)


def _require_open(spec: GatedKind, domain: Domain, template: InfoTemplate | None) -> None:
    target = target_of(template, domain) if template else None
    require_open(domain, spec.gate, target=target)


def _refuse_second(domain: Domain, spec: GatedKind) -> None:
    open_one = domain.operations.filter(kind=spec.key).exclude(state__in=ENDED).first()
    if open_one is not None:
        # What the open one blocks is said too, so that nobody has to ask again to learn it.
        raise StateConflict(
            "operation_open",
            ALREADY_OPEN,
            errors=reasons_of(blockers_of(domain, spec.gate)),
            extra={"operation": open_one.public_id},
        )


_TOO_LATE = _("The registry has it already, so it can't be cancelled any more.")
