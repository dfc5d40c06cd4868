"""API keys: made once, shown once, revoked for good."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.accounts.api_keys import make_key
from registrar.accounts.guard import require
from registrar.accounts.models import ApiKey
from registrar.accounts.networks import read_network
from registrar.accounts.permissions import Permission
from registrar.errors import StateConflict
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor

from .key_rows import facts_of, lock_key
from .key_rules import check_key, in_order, require_may_give


@dataclass(frozen=True, slots=True)
class NewKey:
    """`text` is the whole key; it can't be read again."""

    key: ApiKey
    text: str


def create_key(
    *,
    actor: Actor,
    name: str,
    scopes: Sequence[str],
    expires_at: dt.datetime | None,
    networks: Sequence[str] = (),
) -> NewKey:
    """A key that may do what `scopes` say until `expires_at` (None: until revoked), from
    `networks` only (none: from anywhere).

    Nobody gives away what they may not do themselves; `sensitive`, which replaces the step-up
    code, is given by those who entered one (StepUpRequired); a key gives nothing that outlives
    it or works from elsewhere. InvalidInput, NotPermitted.
    """
    require(actor, Permission.KEYS_MANAGE)
    check_key(name=name, scopes=scopes, networks=networks, expires_at=expires_at)
    read = list(dict.fromkeys(read_network(each) for each in networks))
    require_may_give(actor, scopes, networks=read, expires_at=expires_at)
    text, prefix, secret_hash = make_key()
    key = ApiKey.objects.create(
        account_id=int(actor.account_id or 0),
        name=name.strip(),
        prefix=prefix,
        secret_hash=secret_hash,
        scopes=in_order(scopes),
        networks=read,
        created_by_id=actor.user_id,
        expires_at=expires_at,
    )
    record(actor=actor, action="api_key.created", about=key, after=facts_of(key))
    return NewKey(key, text)


def revoke_key(*, actor: Actor, key_id: str) -> ApiKey:
    """The key stops working with the next request, with both secrets where it has two.
    StateConflict when it was revoked already."""
    require(actor, Permission.KEYS_MANAGE)
    key = lock_key(actor, key_id)
    if key.revoked_at:
        raise StateConflict("already_revoked", _("This key has been revoked already."))
    key.revoked_at = timezone.now()
    key.save(update_fields=["revoked_at", "updated_at"])
    record(actor=actor, action="api_key.revoked", about=key, before=facts_of(key))
    return key
