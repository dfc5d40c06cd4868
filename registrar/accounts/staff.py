"""The one question every service of the registrar's staff asks first."""

from registrar.accounts.models import User
from registrar.errors import NotPermitted
from registrar.tenancy.actor import Actor


def require_staff(actor: Actor, *permissions: str) -> User:
    """The active member of staff behind `actor`, who holds all `permissions`
    ("app_label.codename"); NotPermitted otherwise."""
    user = None
    if actor.is_staff and actor.user_id is not None:
        user = User.objects.filter(pk=actor.user_id, is_active=True, is_staff=True).first()
    if user is None or not user.has_perms(permissions):
        raise NotPermitted
    return user
