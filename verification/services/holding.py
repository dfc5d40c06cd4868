"""The columns of a claim: whose it is, since when, until when. On a locked row."""

import datetime as dt

from django.conf import settings
from django.utils import timezone

from registrar.tenancy.actor import Actor
from registrar.transitions import move
from verification.models import Submission


def hold(row: Submission, actor: Actor) -> None:
    """From now on it is in the actor's hands."""
    row.reviewer_id = actor.user_id
    row.idle_reviewer_id = None
    row.claimed_at = timezone.now()
    row.lease_until = lease_from(row.claimed_at)
    row.save()


def let_go(row: Submission, *, proposed: bool, idle: bool) -> None:
    """Nobody holds it any more; one that has been decided once (`proposed`) waits for a second
    reviewer again. After `idle` time it is remembered whose it was: see claims.claimed_by."""
    move(row.want_second if proposed else row.give_back)
    row.idle_reviewer_id = row.reviewer_id if idle else None
    row.reviewer_id = None
    row.claimed_at = None
    row.lease_until = None
    row.save()


def lease_from(moment: dt.datetime) -> dt.datetime:
    """Until when a claim holds while its reviewer does nothing."""
    return moment + dt.timedelta(minutes=settings.REVIEW_LEASE)
