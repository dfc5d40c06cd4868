"""The one question every service asks first: may this actor do this?"""

from django.utils.translation import gettext_lazy as _

from registrar.errors import NotPermitted
from registrar.tenancy.actor import Actor, ActorKind

from .permissions import Permission


def require(actor: Actor, permission: Permission) -> None:
    """Return when `actor` holds `permission`, by role or by key scope.

    NotPermitted otherwise: `scope_missing` with the scope's name for a key, `not_permitted`
    for people. The system may do everything.
    """
    if actor.may(permission):
        return
    if actor.kind is ActorKind.KEY:
        raise scope_missing(permission)
    raise NotPermitted()


def scope_missing(permission: Permission) -> NotPermitted:
    """What a key without the scope is told; `extra["scope"]` names it for programs."""
    message = _("This API key lacks the scope %(scope)s.") % {"scope": permission.value}
    return NotPermitted("scope_missing", message, extra={"scope": permission.value})
