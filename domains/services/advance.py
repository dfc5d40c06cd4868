"""What a worker does for an operation: take it, ask the registry, write the answer.

`lease_operation`, `postpone_operation` and `settle_operation` run inside the fence, one short
transaction each; `ask_registry` runs outside of any.
"""

from dataclasses import dataclass

from django.utils import timezone

from domains.models import Operation, RegistryNotice
from domains.operation_kinds import KINDS
from domains.registries import registry
from domains.registries.answers import read_outcome
from domains.registries.port import Outcome, OutcomeState, RegistryInfo, RegistryRequest
from domains.states import ENDED
from registrar.backoff import next_look
from registrar.jobs import lease_until
from registrar.tenancy.actor import Actor

from .endings import fail_operation, succeed_operation, take_into_review
from .locking import lock_domain, lock_operation, lock_template


@dataclass(frozen=True, slots=True)
class LeasedOperation:
    """What a worker needs to know while it holds no lock."""

    operation_id: int
    domain_id: int
    template_id: int | None
    request: RegistryRequest


@dataclass(frozen=True, slots=True)
class Answer:
    """The registry's answer; `info` where the operation is done."""

    outcome: Outcome
    info: RegistryInfo | None = None


def lease_operation(*, operation_id: int) -> LeasedOperation | None:
    """Take a due operation for a while; None when nothing is due or somebody else has it."""
    operation = (
        Operation.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("domain", "template")
        .filter(pk=operation_id, due_at__lte=timezone.now())
        .exclude(state__in=ENDED)
        .first()
    )
    if operation is None:
        return None
    operation.due_at = lease_until()
    operation.attempts = min(operation.attempts + 1, 32_000)
    operation.save(update_fields=["due_at", "attempts", "updated_at"])
    return LeasedOperation(
        operation_id=operation.pk,
        domain_id=operation.domain_id,
        template_id=operation.template_id,
        request=KINDS[operation.kind].build_request(operation),
    )


def ask_registry(leased: LeasedOperation) -> Answer:
    """Ask what became of it; hand it in only if the registry never saw it.

    RegistryUnavailable, or whatever else a broken adapter raises.
    """
    port = registry()
    outcome = read_outcome(port.outcome(leased.request.transaction_id))
    if outcome.state == OutcomeState.UNKNOWN:
        port.submit(leased.request)
        return Answer(Outcome(state=OutcomeState.PENDING))
    if outcome.state == OutcomeState.DONE:
        return Answer(outcome, port.info(leased.request.name))
    return Answer(outcome)


def postpone_operation(*, operation_id: int) -> None:
    """No usable answer: the next look comes later, nothing else changes."""
    operation = lock_operation(operation_id)
    if operation.state not in ENDED:
        operation.due_at = next_look(operation.attempts)
        operation.save(update_fields=["due_at", "updated_at"])


def settle_operation(
    *, actor: Actor, leased: LeasedOperation, answer: Answer
) -> RegistryNotice | None:
    """Write the answer down, once: an operation that has ended stays as it is.

    Returns the notice to the registry that a success brought about, for the caller to hurry.
    """
    domain = lock_domain(leased.domain_id)
    if leased.template_id is not None:
        # The domain will refer to it: the commit would wait for it, the log's chain in hand.
        lock_template(leased.template_id)
    operation = lock_operation(leased.operation_id)
    if operation.state in ENDED:
        return None
    if answer.outcome.state == OutcomeState.DONE and answer.info is not None:
        return succeed_operation(actor=actor, operation=operation, domain=domain, info=answer.info)
    if answer.outcome.state == OutcomeState.REFUSED:
        fail_operation(
            actor=actor,
            operation=operation,
            domain=domain,
            raw_messages=answer.outcome.raw_messages,
        )
        return None
    take_into_review(actor=actor, operation=operation)
    return None
