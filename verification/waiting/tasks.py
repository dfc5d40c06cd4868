"""Days that come while nobody looks. Every task may run twice, at any time."""

from celery import shared_task
from django.utils import timezone

from registrar.jobs import hurry
from registrar.tenancy.actor import system_actor, system_staff_actor
from registrar.tenancy.context import acting_as
from verification.models import Reminder

from .services import look_at_reminder

_AT_ONCE = 500


@shared_task(ignore_result=True)
def ring_reminder(reminder_id: int, account_id: int) -> None:
    """See what has become of one reminder whose time has come."""
    actor = system_actor(account_id)
    with acting_as(actor):
        look_at_reminder(actor=actor, reminder_id=reminder_id)


@shared_task(ignore_result=True)
def sweep_reminders() -> None:
    """Find what is due to be looked at, across accounts, and hurry each."""
    with acting_as(system_staff_actor()):
        due = Reminder.objects.filter(due_at__lte=timezone.now()).order_by("due_at", "pk")
        rows = list(due.values_list("pk", "account_id")[:_AT_ONCE])
    for reminder_id, account_id in rows:
        hurry(ring_reminder, reminder_id, account_id)
