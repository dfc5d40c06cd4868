"""How an operation goes on and ends; the caller has locked domain and operation."""

from collections.abc import Collection, Mapping
from typing import Any

from django.utils import timezone

from domains.failures import tell_listeners
from domains.models import Domain, Operation, RegistryNotice
from domains.notices import FAILED, SUCCEEDED, tell_end
from domains.operation_kinds import KINDS
from domains.registries.port import RegistryInfo
from domains.states import OperationState
from registrar.backoff import next_look
from registrar.batches.tasks import run_items
from registrar.jobs import hurry_on_commit
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.transitions import move

from .notices import write_notice
from .saving import save_domain


def take_into_review(*, actor: Actor, operation: Operation) -> None:
    """The registry has it; the next look comes later."""
    operation.due_at = next_look(operation.attempts)
    first = operation.state == OperationState.SUBMITTED
    if first:
        move(operation.accept)
    operation.save(update_fields=["state", "due_at", "updated_at"])
    if first:
        log(actor, operation, "accepted", before=OperationState.SUBMITTED)


def succeed_operation(
    *, actor: Actor, operation: Operation, domain: Domain, info: RegistryInfo
) -> RegistryNotice | None:
    """The registry has done it: the domain becomes what was asked for."""
    before, kind = operation.state, KINDS[operation.kind]
    if operation.state == OperationState.SUBMITTED:
        move(operation.accept)
    move(operation.succeed)
    was = _facts(domain)
    changed = kind.succeed(operation, domain)
    domain.epp_statuses = sorted(info.epp_statuses)
    save_domain(domain, {*changed, "epp_statuses"})
    notice = write_notice(domain=domain) if kind.reports_verification(domain) else None
    _end(operation)
    now = _facts(domain)
    tell_end(operation, domain, SUCCEEDED)
    moved = {key for key in now if now[key] != was[key]}
    if kind.brings_domain:
        record(actor=actor, action="domain.added", about=domain, after={"name": domain.name})
    log(
        actor,
        operation,
        "succeeded",
        before=before,
        was={key: was[key] for key in moved},
        now={key: now[key] for key in moved},
    )
    return notice


def fail_operation(
    *, actor: Actor, operation: Operation, domain: Domain, raw_messages: Collection[str]
) -> None:
    """The registry refused it; its own words stay with the operation."""
    before = operation.state
    move(operation.fail)
    moved = save_domain(domain, KINDS[operation.kind].fail(domain))
    operation.raw_messages = list(raw_messages)
    _end(operation)
    tell_end(operation, domain, FAILED)
    tell_listeners(operation.raw_messages)
    log(actor, operation, "failed", before=before, was=moved.before, now=moved.after)


def log(
    actor: Actor,
    operation: Operation,
    verb: str,
    *,
    before: str,
    was: Mapping[str, Any] | None = None,
    now: Mapping[str, Any] | None = None,
) -> None:
    """One entry about the operation. Personal data stay out: ids and states only."""
    record(
        actor=actor,
        action=f"operation.{verb}",
        about=operation,
        label=f"{operation.kind} {operation.domain.unicode_name}",
        before={"state": str(before)} | dict(was or {}),
        after={"state": str(operation.state)} | dict(now or {}),
    )


def wake_batch(operation: Operation) -> None:
    """Other items of its batch may have waited for its end."""
    if operation.batch_id is not None:
        hurry_on_commit(run_items, operation.batch_id, operation.account_id)


def _end(operation: Operation) -> None:
    operation.due_at, operation.ended_at = None, timezone.now()
    operation.save()
    wake_batch(operation)


def _facts(domain: Domain) -> dict[str, Any]:
    return {
        "real_name": str(domain.real_name),
        "registrant_change": str(domain.registrant_change),
        "template": domain.template.public_id if domain.template else None,
        "epp_statuses": list(domain.epp_statuses),
        "service_status": domain.service_status,
    }
