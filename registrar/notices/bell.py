"""The bell in the top bar: how much of what the member was told is unread."""

from contextlib import AbstractContextManager, nullcontext
from typing import Any

from django.http import HttpRequest

from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as, current_actor

from .selectors import MOST_COUNTED, unread_count


def rung_for(request: HttpRequest) -> dict[str, Any] | None:
    """One query; nothing for whoever is in no account. Pages that look after their own
    transactions may be rendered outside of the fence: then it enters for the count."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None or actor.account_id is None or actor.user_id is None:
        return None
    with _inside(actor):
        return {"unread": unread_figure(unread_count(actor))}


def unread_figure(count: int) -> str:
    """Two digits, "99+" beyond, "" for none."""
    if count >= MOST_COUNTED:
        return f"{MOST_COUNTED - 1}+"
    return str(count) if count else ""


def _inside(actor: Actor) -> AbstractContextManager[Any]:
    return nullcontext() if current_actor() else acting_as(actor)
