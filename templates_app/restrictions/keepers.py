"""Who among the staff keeps the lists, and the group that every installation has for them."""

from typing import Any

from registrar.accounts.models import User
from registrar.accounts.staff import require_staff
from registrar.accounts.staff_groups import make_group
from registrar.tenancy.actor import Actor

MANAGE = "templates_app.manage_restrictions"
KEEPERS = "restrictions"
KEEPER_PERMISSIONS = (
    MANAGE,
    "templates_app.view_restrictedsubject",
    "templates_app.view_restrictedword",
    "templates_app.view_allowedname",
    "templates_app.view_restrictionchange",
)


def require_keeper(actor: Actor) -> User:
    """The active staff member behind `actor`, who keeps the lists; NotPermitted otherwise."""
    return require_staff(actor, MANAGE)


def make_keepers(*, using: str, **_kwargs: Any) -> None:
    make_group(KEEPERS, KEEPER_PERMISSIONS, using=using)
