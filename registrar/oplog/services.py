"""Writing the operation log. Every service that changes something calls `record` once, last."""

from collections.abc import Mapping
from typing import Any, Protocol

from django.conf import settings
from django.utils import timezone

from registrar.tenancy.actor import Actor

from .actions import is_named
from .chain import digest_of
from .entries import content_of
from .listeners import tell_listeners
from .masking import masked
from .models import ChainHead, LogEntry, Result


class Loggable(Protocol):
    """What an entry can be about."""

    account_id: int

    @property
    def public_id(self) -> str: ...


def record(
    *,
    actor: Actor,
    action: str,
    about: Loggable,
    label: str = "",
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    result: str = Result.DONE,
    reason: str = "",
) -> LogEntry:
    """Add one entry to the chain of `about`'s account, in the caller's transaction.

    `action` is "<object>.<verb in the past>", such as `template.created`. `before` and `after`
    hold JSON values (no floats) of what changed only; document numbers come masked, and what
    `masking` knows by name is masked again. Locks the account's chain until the transaction
    ends: lock every other row first, and record last. ValueError for an action that nobody has
    named (`register_actions`): the page and its filter would show people a bare code.
    """
    if not is_named(action):
        raise ValueError(f"the action {action!r} has no name")
    account_id = about.account_id
    ChainHead.objects.get_or_create(account_id=account_id)
    head = ChainHead.objects.select_for_update().get(account_id=account_id)
    entry = LogEntry(
        account_id=account_id,
        number=head.number + 1,
        occurred_at=timezone.now(),
        actor_kind=actor.kind.value,
        actor_id=actor_id(actor),
        actor_label=actor.label[:128],
        action=action,
        object_type=action.partition(".")[0],
        object_id=about.public_id,
        object_label=(label or str(about))[:255],
        result=result,
        reason=reason[:500],
        before=masked(before or {}),
        after=masked(after or {}),
        ip=actor.ip,
        request_id=actor.request_id,
        previous_digest=head.digest,
    )
    entry.digest = digest_of(settings.OPLOG_KEY, head.digest, content_of(entry))
    entry.save(force_insert=True)
    head.number, head.digest = entry.number, entry.digest
    head.save(update_fields=["number", "digest"])
    tell_listeners(entry, about)
    return entry


def actor_id(actor: Actor) -> str:
    if actor.key_id is not None:
        return f"key:{actor.key_id}"
    return f"user:{actor.user_id}" if actor.user_id is not None else ""
