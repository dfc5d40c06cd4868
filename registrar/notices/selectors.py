"""What a member reads of their own notices, and of nobody else's. Called inside the fence."""

from django.db.models import QuerySet

from registrar.errors import NotPermitted
from registrar.tenancy.actor import Actor
from registrar.tenancy.lookups import find_by_public_id

from .kinds import kinds_closed_to
from .models import Notice

# What the bell can still show in two digits.
MOST_COUNTED = 100


def notices_of(actor: Actor) -> QuerySet[Notice]:
    """What `actor` was told in this account, in the console, and may still know.

    NotPermitted for anybody but a person in an account: keys and the system are told nothing.
    """
    if actor.user_id is None or actor.account_id is None:
        raise NotPermitted()
    rows = Notice.objects.filter(
        account_id=actor.account_id, user_id=actor.user_id, in_console=True
    )
    return rows.exclude(kind__in=kinds_closed_to(actor.permissions))


def unread_of(actor: Actor) -> QuerySet[Notice]:
    return notices_of(actor).filter(read_at__isnull=True)


def unread_count(actor: Actor) -> int:
    """How many are unread, at most MOST_COUNTED: nobody reads the figure beyond."""
    return unread_of(actor).order_by()[:MOST_COUNTED].count()


def get_notice(actor: Actor, public_id: str) -> Notice:
    return find_by_public_id(notices_of(actor), public_id)
