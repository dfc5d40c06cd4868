"""What a reader may do with a template now, as its page shows it: open, or why not."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission
from registrar.blockers import Blocker
from registrar.errors import NotPermitted
from registrar.tenancy.actor import Actor
from templates_app.gates import (
    delete_blockers,
    disable_blockers,
    edit_blockers,
    version_blockers,
)
from templates_app.models import InfoTemplate


@dataclass(frozen=True, slots=True)
class Action:
    """One action of the page; `blocked_by` holds every reason, empty when it is open."""

    key: str
    name: str | Promise
    url: str
    blocked_by: tuple[Blocker, ...]


def actions_of(template: InfoTemplate, actor: Actor, *, domain_count: int) -> list[Action]:
    """All actions, in the order in which they are shown."""
    state = template.state
    found: Iterable[tuple[str, str | Promise, tuple[Blocker, ...]]] = (
        ("edit", _("Edit"), edit_blockers(state)),
        ("new_version", _("New version"), version_blockers(state)),
        ("disable", _("Disable"), disable_blockers(state)),
        ("delete", _("Delete"), delete_blockers(state, domain_count=domain_count)),
    )
    role = () if actor.may(Permission.TEMPLATES_WRITE) else (_ROLE,)
    return [
        Action(key, name, reverse(f"templates:{key}", args=[template.public_id]), role or blockers)
        for key, name, blockers in found
    ]


_ROLE = Blocker(
    code="not_permitted",
    message=NotPermitted.message,
    source="registrar.accounts.permissions",
)
