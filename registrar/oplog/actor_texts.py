"""Who acts, in words."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from registrar.tenancy.actor import ActorKind, system_staff_actor

ACTOR_KINDS: Mapping[str, str | Promise] = MappingProxyType(
    {
        ActorKind.USER: _("Member"),
        ActorKind.KEY: _("API key"),
        ActorKind.STAFF: _("Registrar staff"),
        ActorKind.SYSTEM: _("System"),
    }
)
_SYSTEM = system_staff_actor().label


def actor_kind_name(kind: str) -> str:
    """The kind's name; an unknown one stands for itself."""
    return str(ACTOR_KINDS.get(kind, kind))


def actor_name(label: str) -> str:
    """What people are shown for an actor's label: the system's own is a code."""
    return gettext("System") if label == _SYSTEM else label
