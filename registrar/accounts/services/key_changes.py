"""Changing a key: what it is called, what it may do, from where and until when."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, TypedDict, Unpack

from registrar.accounts.guard import require
from registrar.accounts.models import ApiKey
from registrar.accounts.networks import is_wider, read_network
from registrar.accounts.permissions import Permission
from registrar.errors import StateConflict
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor

from .key_rows import lock_key
from .key_rules import check_key, faults_in_networks, faults_in_scopes, in_order, require_may_give

_FIELDS = ("name", "scopes", "networks", "expires_at")


class KeyChanges(TypedDict, total=False):
    """What is left out stays. `expires_at` None: until revoked; `networks` empty: anywhere."""

    name: str
    scopes: Sequence[str]
    networks: Sequence[str]
    expires_at: dt.datetime | None


def update_key(*, actor: Actor, key_id: str, **changes: Unpack[KeyChanges]) -> ApiKey:
    """Change a key that is not revoked; its secret stays.

    Whoever lets it do more, longer or from elsewhere must be allowed to give what it then may
    do; to take something away `keys:manage` is enough. Nothing new changes nothing.
    InvalidInput, NotPermitted, StepUpRequired, StateConflict.
    """
    require(actor, Permission.KEYS_MANAGE)
    key = lock_key(actor, key_id)
    if key.revoked_at:
        raise StateConflict()
    before = {name: getattr(key, name) for name in _FIELDS}
    before["scopes"] = in_order(before["scopes"])
    after = {name: value for name, value in _read(changes).items() if value != before[name]}
    if not after:
        return key
    _check(actor, before, after)
    for name, value in after.items():
        setattr(key, name, value)
    key.save(update_fields=[*after, "updated_at"])
    old = {name: before[name] for name in after}
    record(
        actor=actor, action="api_key.changed", about=key, before=_logged(old), after=_logged(after)
    )
    return key


def _read(changes: KeyChanges) -> dict[str, Any]:
    """`changes` as a row holds them; what is not right stays as it is, for `check_key`."""
    values: dict[str, Any] = dict(changes)
    if "name" in values:
        values["name"] = values["name"].strip()
    if "scopes" in values and not list(faults_in_scopes(values["scopes"])):
        values["scopes"] = in_order(values["scopes"])
    if "networks" in values and not list(faults_in_networks(values["networks"])):
        read = (read_network(each) for each in values["networks"])
        values["networks"] = list(dict.fromkeys(read))
    return values


def _check(actor: Actor, before: dict[str, Any], after: dict[str, Any]) -> None:
    check_key(**after)
    whole = before | after
    if given := _given(before, whole):
        ends, networks = whole["expires_at"], whole["networks"]
        require_may_give(actor, given, networks=networks, expires_at=ends)


def _given(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """The scopes that the change gives to somebody, somewhere or for some time."""
    if _lasts_longer(before["expires_at"], after["expires_at"]):
        return list(after["scopes"])
    if is_wider(after["networks"], before["networks"]):
        return list(after["scopes"])
    return [scope for scope in after["scopes"] if scope not in before["scopes"]]


def _lasts_longer(before: dt.datetime | None, after: dt.datetime | None) -> bool:
    return before is not None and (after is None or after > before)


def _logged(values: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, dt.datetime) else value
        for name, value in values.items()
    }
