"""Asking the log what somebody has just done, so that it need not be said over and over."""

import datetime as dt
from collections.abc import Collection

from django.utils import timezone

from registrar.tenancy.actor import Actor

from .models import LogEntry
from .services import Loggable, actor_id


def did_lately(
    *, actor: Actor, actions: Collection[str], about: Loggable, within: dt.timedelta
) -> bool:
    """Whether the log holds one of `actions` by this very actor about this object, done within
    that time. One query; False for an actor without an id, who can't be told from others."""
    who = actor_id(actor)
    if not who:
        return False
    return LogEntry.objects.filter(
        account_id=about.account_id,
        object_id=about.public_id,
        actor_id=who,
        action__in=actions,
        occurred_at__gte=timezone.now() - within,
    ).exists()
