"""Reading and carrying out imports. Ids in; every task may run twice, at any time."""

from celery import shared_task
from django.db.models import Q
from django.utils import timezone

from registrar.jobs import hurry
from registrar.tenancy.actor import system_actor, system_staff_actor
from registrar.tenancy.context import acting_as

from .models import SheetImport
from .services.forgetting import KEPT, forget_import
from .working import work_on

_AT_ONCE = 200


@shared_task(ignore_result=True)
def work_on_import(import_id: int, account_id: int) -> None:
    """The next portion of an import, and a hurry for the one after it."""
    if work_on(import_id=import_id, account_id=account_id):
        hurry(work_on_import, import_id, account_id)


@shared_task(ignore_result=True)
def sweep_imports() -> None:
    """Find imports that nobody works on, and old ones that still hold data, in all accounts."""
    with acting_as(system_staff_actor()):
        due = SheetImport.objects.filter(due_at__lte=timezone.now()).order_by("due_at")
        waiting = list(due.values_list("pk", "account_id")[:_AT_ONCE])
        old = SheetImport.objects.filter(created_at__lt=timezone.now() - KEPT)
        old = old.filter(Q(rows__isnull=False) | Q(ended_at__isnull=True)).distinct()
        gone = list(old.values_list("pk", "account_id")[:_AT_ONCE])
    for import_id, account_id in waiting:
        hurry(work_on_import, import_id, account_id)
    for import_id, account_id in gone:
        actor = system_actor(account_id)
        with acting_as(actor):
            forget_import(actor=actor, import_id=import_id)
