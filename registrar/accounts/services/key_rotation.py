"""A new secret for the same key, while the old one goes on working for a while.

Id, name, scopes, networks and end of the key stay, and so does who it is in the operation log.
"""

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.accounts.api_keys import make_key
from registrar.accounts.guard import require
from registrar.accounts.key_secrets import (
    FORMER_FIELDS,
    both_in_use,
    forget_former,
    overlaps,
    put_current,
    replace_current,
)
from registrar.accounts.models import ApiKey
from registrar.accounts.permissions import Permission
from registrar.errors import FieldError, InvalidInput, StateConflict
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor

from .key_rows import lock_key, require_valid
from .key_rules import require_may_give
from .keys import NewKey
from .refusals import StillOverlapping

USUAL_OVERLAP = dt.timedelta(days=1)
LONGEST_OVERLAP = dt.timedelta(days=7)

_CURRENT_FIELDS = ("prefix", "secret_hash", "last_used_at", "updated_at")


def rotate_key(*, actor: Actor, key_id: str, overlap: dt.timedelta = USUAL_OVERLAP) -> NewKey:
    """Give the key a new secret; the old one works for `overlap` (0 to 7 days) more.

    A key may rotate itself; others need `keys:manage` and everything that the key may do. While
    two secrets overlap and the new one was used, StillOverlapping; a new one that nobody has
    used (its answer was lost) is replaced, and the old one ends no later than before.
    KeyNotValid, InvalidInput, NotPermitted, StepUpRequired.
    """
    _check(overlap)
    key = _locked(actor, key_id)
    require_valid(key)
    if actor.key_id != key.pk:
        require_may_give(actor, key.scopes, networks=key.networks, expires_at=key.expires_at)
    before = key.prefix
    text, prefix, secret_hash = make_key()
    _exchange(key, prefix=prefix, secret_hash=secret_hash, overlap=overlap)
    key.save(update_fields=[*_CURRENT_FIELDS, *FORMER_FIELDS])
    until = key.former_ends_at.isoformat() if key.former_ends_at else None
    record(
        actor=actor,
        action="api_key.rotated",
        about=key,
        before={"prefix": before},
        after={"prefix": prefix, "former_ends_at": until},
    )
    return NewKey(key, text)


def end_former_secret(*, actor: Actor, key_id: str) -> ApiKey:
    """The old secret stops working with the next request. StateConflict when there is none."""
    key = _locked(actor, key_id)
    if not overlaps(key, timezone.now()):
        raise StateConflict("no_former_secret", _("The old secret has ended already."))
    before = {"former_prefix": key.former_prefix}
    forget_former(key)
    key.save(update_fields=[*FORMER_FIELDS, "updated_at"])
    record(actor=actor, action="api_key.former_ended", about=key, before=before)
    return key


def _check(overlap: dt.timedelta) -> None:
    if not dt.timedelta(0) <= overlap <= LONGEST_OVERLAP:
        message = _("The old secret can go on working for 0 to 7 days.")
        raise InvalidInput(errors=[FieldError("overlap", "out_of_range", message)])


def _locked(actor: Actor, key_id: str) -> ApiKey:
    key = lock_key(actor, key_id)
    if actor.key_id != key.pk:
        require(actor, Permission.KEYS_MANAGE)
    return key


def _exchange(key: ApiKey, *, prefix: str, secret_hash: str, overlap: dt.timedelta) -> None:
    now = timezone.now()
    if both_in_use(key, now):
        raise StillOverlapping()
    if overlaps(key, now):
        put_current(key, prefix=prefix, secret_hash=secret_hash)
        key.former_ends_at = min(now + overlap, key.former_ends_at or now)
    else:
        replace_current(key, prefix=prefix, secret_hash=secret_hash, former_ends_at=now + overlap)
    if not overlap:
        forget_former(key)
