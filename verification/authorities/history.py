"""The history of authorities and of their choice."""

from collections.abc import Mapping
from typing import Any

from registrar.tenancy.actor import Actor
from verification.models import (
    Authority,
    AuthorityAction,
    AuthorityChange,
    AuthorityRoute,
    ChangedThing,
)


def record_change(
    *,
    actor: Actor,
    action: AuthorityAction,
    about: Authority | AuthorityRoute,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
) -> AuthorityChange:
    """Add one line, in the caller's transaction. JSON values; never a secret."""
    of_route = isinstance(about, AuthorityRoute)
    return AuthorityChange.objects.create(
        about=ChangedThing.ROUTE if of_route else ChangedThing.AUTHORITY,
        object_id=about.pk,
        object_label=str(about)[:128],
        action=action,
        reason=reason[:200],
        actor_label=actor.label[:128],
        actor_id=actor.user_id,
        before=dict(before or {}),
        after=dict(after or {}),
        ip=actor.ip,
        request_id=actor.request_id,
    )
