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
    return bool(done_lately(actor=actor, actions=actions, about=[about], within=within))


def done_lately(
    *, actor: Actor, actions: Collection[str], about: Collection[Loggable], within: dt.timedelta
) -> set[str]:
    """The public ids of those objects of which `did_lately` is true; one query for all."""
    who = actor_id(actor)
    if not who or not about:
        return set()
    entries = LogEntry.objects.filter(
        account_id__in={one.account_id for one in about},
        object_id__in=[one.public_id for one in about],
        actor_id=who,
        action__in=actions,
        occurred_at__gte=timezone.now() - within,
    )
    return set(entries.values_list("object_id", flat=True))
