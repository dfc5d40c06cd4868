"""API keys: made once, shown once, revoked for good."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.accounts.api_keys import make_key
from registrar.accounts.guard import require
from registrar.accounts.models import ApiKey
from registrar.accounts.permissions import SCOPES, Permission
from registrar.accounts.purposes import Purpose
from registrar.accounts.selectors import get_key, keys_of
from registrar.accounts.step_up import require_proof
from registrar.errors import FieldError, InvalidInput, StateConflict
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor


@dataclass(frozen=True, slots=True)
class NewKey:
    """`text` is the whole key; it can't be read again."""

    key: ApiKey
    text: str


def create_key(
    *, actor: Actor, name: str, scopes: Sequence[str], expires_at: dt.datetime | None
) -> NewKey:
    """A key that may do what `scopes` say until `expires_at` (None: until revoked).

    Nobody gives away what they may not do themselves; `sensitive`, which replaces the step-up
    code, is given by those who entered one (StepUpRequired). InvalidInput, NotPermitted.
    """
    require(actor, Permission.KEYS_MANAGE)
    _check(name, scopes, expires_at)
    for scope in scopes:
        if scope == Permission.SENSITIVE:
            require_proof(actor=actor, purpose=Purpose.SENSITIVE_KEY)
        else:
            require(actor, Permission(scope))
    text, prefix, secret_hash = make_key()
    key = ApiKey.objects.create(
        account_id=int(actor.account_id or 0),
        name=name.strip(),
        prefix=prefix,
        secret_hash=secret_hash,
        scopes=[scope for scope in SCOPES if scope in scopes],
        created_by_id=actor.user_id,
        expires_at=expires_at,
    )
    record(actor=actor, action="api_key.created", about=key, after=_facts(key))
    return NewKey(key, text)


def revoke_key(*, actor: Actor, key_id: str) -> ApiKey:
    """The key stops working with the next request. StateConflict when it was revoked already."""
    require(actor, Permission.KEYS_MANAGE)
    found = get_key(int(actor.account_id or 0), key_id)
    key = keys_of(found.account_id).select_for_update(of=("self",), no_key=True).get(pk=found.pk)
    if key.revoked_at:
        raise StateConflict("already_revoked", _("This key has been revoked already."))
    key.revoked_at = timezone.now()
    key.save(update_fields=["revoked_at", "updated_at"])
    record(actor=actor, action="api_key.revoked", about=key, before=_facts(key))
    return key


def _check(name: str, scopes: Sequence[str], expires_at: dt.datetime | None) -> None:
    errors = []
    if not name.strip() or len(name.strip()) > 64:
        message = _("Give the key a name of at most 64 characters.")
        errors.append(FieldError("name", "invalid", message))
    if not scopes:
        errors.append(FieldError("scopes", "required", _("Choose at least one scope.")))
    if unknown := sorted(set(scopes) - set(SCOPES)):
        named = _("There is no scope %(names)s.") % {"names": ", ".join(unknown)}
        errors.append(FieldError("scopes", "invalid_choice", named))
    if expires_at and expires_at <= timezone.now():
        errors.append(FieldError("expires_at", "in_the_past", _("The end lies in the past.")))
    if errors:
        raise InvalidInput(errors=errors)


def _facts(key: ApiKey) -> dict[str, object]:
    return {
        "name": key.name,
        "prefix": key.prefix,
        "scopes": list(key.scopes),
        "expires_at": key.expires_at.isoformat() if key.expires_at else None,
    }
