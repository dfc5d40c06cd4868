"""What staff change of the registrar's own data, or of an account without its seeing why.

The operation log belongs to the accounts, who read it. These entries are kept in the admin's own
log (`django.contrib.admin`), which staff alone see.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from registrar.tenancy.actor import Actor

from .changes import Change, changes_of


@dataclass(frozen=True, slots=True)
class StaffChange:
    """One entry, newest first in lists, with its fields in words."""

    entry: LogEntry
    reason: str
    changes: list[Change]


def record_for_staff(
    *,
    actor: Actor,
    about: Model,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
) -> LogEntry:
    """Add one entry, in the caller's transaction; without `before` it says that `about` was made.

    `before` and `after` hold JSON values of what changed only, nothing personal. ValueError
    where nobody of the staff is acting.
    """
    if not actor.is_staff or actor.user_id is None:
        raise ValueError("only a member of staff can be named here")
    said = {
        "before": dict(before or {}),
        "after": dict(after or {}),
        "reason": reason,
        "request_id": actor.request_id,
    }
    return LogEntry.objects.create(
        user_id=actor.user_id,
        content_type=ContentType.objects.get_for_model(about),
        object_id=str(about.pk),
        object_repr=str(about)[:200],
        action_flag=CHANGE if before is not None else ADDITION,
        change_message=json.dumps(said, ensure_ascii=False),
    )


def staff_changes(about: Model, *, object_type: str, limit: int = 20) -> list[StaffChange]:
    """The latest entries about a row; `object_type` is that of `register_fields`."""
    rows = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(about), object_id=str(about.pk)
    )
    newest = rows.select_related("user").order_by("-pk")[:limit]
    return [_in_words(entry, object_type) for entry in newest]


def _in_words(entry: LogEntry, object_type: str) -> StaffChange:
    said = _said(entry.change_message)
    changes = changes_of(object_type, said.get("before", {}), said.get("after", {}))
    return StaffChange(entry, str(said.get("reason", "")), changes)


def _said(message: str) -> dict[str, Any]:
    # Entries that Django itself has written are lists, or empty.
    try:
        said = json.loads(message)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}
