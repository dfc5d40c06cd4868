"""Entries of the lists, made as staff make them, for every test that meets one."""

from typing import Any

from registrar.accounts.models import User
from registrar.tenancy.actor import Actor, ActorKind
from registrar.tenancy.context import acting_as
from templates_app.restrictions import services
from templates_app.restrictions.lists import LISTS


def keeper() -> Actor:
    """A member of staff who keeps the lists."""
    user, _made = User.objects.get_or_create(
        email="kit@registrar.example",
        defaults={"name": "Kit", "is_staff": True, "is_superuser": True},
    )
    return Actor(kind=ActorKind.STAFF, account_id=None, label="Kit", user_id=user.pk)


def listed(list_name: str, **values: str) -> Any:
    """`listed("subjects", cause="miit_list", name="…")`; enters the fence by itself."""
    actor = keeper()
    with acting_as(actor):
        return services.add_entry(actor=actor, entries=LISTS[list_name], values=values)
