"""The history of the lists."""

from collections.abc import Mapping
from typing import Any

from registrar.tenancy.actor import Actor
from templates_app.models import RestrictionChange
from templates_app.models.restrictions_kept import Change, ListName


def record_change(
    *,
    actor: Actor,
    list_name: ListName,
    action: Change,
    entry_id: int | None = None,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> RestrictionChange:
    """Add one line, in the caller's transaction. JSON values, document numbers masked."""
    return RestrictionChange.objects.create(
        list_name=list_name,
        action=action,
        entry_id=entry_id,
        actor_label=actor.label[:128],
        actor_id=actor.user_id,
        before=dict(before or {}),
        after=dict(after or {}),
        ip=actor.ip,
        request_id=actor.request_id,
    )
