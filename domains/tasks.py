"""Work that waits for the registry. Ids in; every task may run twice."""

import structlog
from celery import shared_task
from django.db.models import Model
from django.utils import timezone

from domains.models import Operation, RegistryNotice
from domains.services.advance import (
    ask_registry,
    lease_operation,
    postpone_operation,
    settle_operation,
)
from domains.services.notices import (
    deliver_notice,
    lease_notice,
    postpone_notice,
    settle_notice,
)
from registrar.jobs import hurry
from registrar.tenancy.actor import system_actor, system_staff_actor
from registrar.tenancy.context import acting_as

log = structlog.get_logger(__name__)
_AT_ONCE = 500


@shared_task
def run_operation(operation_id: int, account_id: int) -> None:
    """Bring one operation a step further at the registry."""
    actor = system_actor(account_id)
    with acting_as(actor):
        leased = lease_operation(operation_id=operation_id)
    if leased is None:
        return
    try:
        answer = ask_registry(leased)
    except Exception as error:
        log.warning("registry_not_answering", operation=operation_id, error=type(error).__name__)
        with acting_as(actor):
            postpone_operation(operation_id=operation_id)
        return
    with acting_as(actor):
        notice = settle_operation(actor=actor, leased=leased, answer=answer)
    if notice is not None:
        hurry(run_notice, notice.pk, account_id)


@shared_task
def run_notice(notice_id: int, account_id: int) -> None:
    """Report a verified registrant to the registry, and see whether its hold is gone."""
    actor = system_actor(account_id)
    with acting_as(actor):
        leased = lease_notice(notice_id=notice_id)
    if leased is None:
        return
    try:
        info = deliver_notice(leased)
    except Exception as error:
        log.warning("registry_not_answering", notice=notice_id, error=type(error).__name__)
        with acting_as(actor):
            postpone_notice(leased=leased)
        return
    with acting_as(actor):
        settle_notice(actor=actor, leased=leased, info=info)


@shared_task
def sweep_operations() -> None:
    """Find what is due in every account, operations and notices, and hurry each."""
    with acting_as(system_staff_actor()):
        operations, notices = _due(Operation), _due(RegistryNotice)
    for row_id, account_id in operations:
        hurry(run_operation, row_id, account_id)
    for row_id, account_id in notices:
        hurry(run_notice, row_id, account_id)


def _due(model: type[Model]) -> list[tuple[int, int]]:
    rows = model.objects.filter(due_at__lte=timezone.now()).order_by("due_at")  # type: ignore[attr-defined]
    return list(rows.values_list("pk", "account_id")[:_AT_ONCE])
