"""Who among the staff keeps the lists, and the group that every installation has for them."""

from typing import Any

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.db.models import Q

from registrar.accounts.models import User
from registrar.errors import NotPermitted
from registrar.tenancy.actor import Actor

MANAGE = "templates_app.manage_restrictions"
KEEPERS = "restrictions"
KEEPER_PERMISSIONS = (
    "manage_restrictions",
    "view_restrictedsubject",
    "view_restrictedword",
    "view_allowedname",
    "view_restrictionchange",
)


def require_keeper(actor: Actor) -> User:
    """The active staff member behind `actor`, who keeps the lists; NotPermitted otherwise."""
    user = None
    if actor.is_staff and actor.user_id is not None:
        user = User.objects.filter(pk=actor.user_id, is_active=True, is_staff=True).first()
    if user is None or not user.has_perm(MANAGE):
        raise NotPermitted
    return user


def make_keepers(*, using: str, **_kwargs: Any) -> None:
    """Make the group and give it its permissions; what staff added to it stays. Idempotent."""
    group_model = apps.get_model("auth", "Group")
    permission_model = apps.get_model("auth", "Permission")
    # Django makes permissions in the same signal, maybe after us.
    create_permissions(apps.get_app_config("templates_app"), verbosity=0, using=using)
    wanted = Q(content_type__app_label="templates_app", codename__in=KEEPER_PERMISSIONS)
    group, _made = group_model.objects.using(using).get_or_create(name=KEEPERS)
    group.permissions.add(*permission_model.objects.using(using).filter(wanted))
