from celery import shared_task
from django.utils import timezone

from .models import Heartbeat


@shared_task
def note_heartbeat() -> None:
    """The scheduler asked and a worker ran it: both live (see /readyz)."""
    Heartbeat.objects.update_or_create(name="worker", defaults={"heard_at": timezone.now()})
