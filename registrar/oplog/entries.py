"""What of an entry its digest covers."""

import datetime as dt
from typing import Any

from .models import LogEntry

_COVERED = (
    "account_id",
    "number",
    "actor_kind",
    "actor_id",
    "actor_label",
    "action",
    "object_type",
    "object_id",
    "object_label",
    "result",
    "reason",
    "before",
    "after",
    "ip",
    "request_id",
)


def content_of(entry: LogEntry) -> dict[str, Any]:
    """Everything but the digests, as JSON values; the time in UTC to the microsecond."""
    content = {name: getattr(entry, name) for name in _COVERED}
    content["uid"] = str(entry.uid)
    content["occurred_at"] = entry.occurred_at.astimezone(dt.UTC).isoformat()
    return content
