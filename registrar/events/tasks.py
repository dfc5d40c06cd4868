"""Removing old events. May run twice."""

from celery import shared_task

from registrar.tenancy.actor import system_staff_actor
from registrar.tenancy.context import acting_as

from .cursors import kept_since
from .models import Event

# One sweep removes so many: a short transaction each time, until nothing is left.
PORTION = 5_000


@shared_task
def sweep_old_events() -> None:
    """Remove what is older than EVENT_RETENTION_DAYS, the oldest first, in every account."""
    with acting_as(system_staff_actor()):
        old = Event.objects.filter(occurred_at__lt=kept_since()).order_by("occurred_at")
        Event.objects.filter(pk__in=old.values("pk")[:PORTION]).delete()
