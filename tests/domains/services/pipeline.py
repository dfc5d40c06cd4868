"""Driving an operation through the registry as worker and sweep would, without waiting."""

from django.utils import timezone

from domains.models import Operation, RegistryNotice
from domains.tasks import run_notice, run_operation
from registrar.accounts.models import Account
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as

MOST_ROUNDS = 8


def hurry_up(account: Account) -> None:
    """Whatever waits for a later look is due now."""
    with acting_as(system_actor(account.pk)):
        for model in (Operation, RegistryNotice):
            model.objects.filter(due_at__isnull=False).update(due_at=timezone.now())


def run_once(account: Account, operation: Operation) -> Operation:
    hurry_up(account)
    run_operation(operation.pk, account.pk)
    return reload(account, operation)


def run_to_the_end(account: Account, operation: Operation) -> Operation:
    """As many looks as it takes; fails when the operation is stuck."""
    for _round in range(MOST_ROUNDS):
        operation = run_once(account, operation)
        if operation.ended_at is not None:
            return operation
    raise AssertionError(f"stuck in {operation.state}")


def deliver_notices(account: Account) -> None:
    for _round in range(2):
        hurry_up(account)
        with acting_as(system_actor(account.pk)):
            waiting = list(RegistryNotice.objects.filter(due_at__isnull=False))
        for notice in waiting:
            run_notice(notice.pk, account.pk)


def reload(account: Account, row):
    with acting_as(system_actor(account.pk)):
        return type(row).objects.get(pk=row.pk)
