"""A key's row for services: locked, and as the operation log has it."""

from registrar.accounts.models import ApiKey
from registrar.accounts.selectors import get_key, key_state, keys_of
from registrar.tenancy.actor import Actor

from .refusals import KeyNotValid


def lock_key(actor: Actor, key_id: str) -> ApiKey:
    """The account's key with this public id, locked. NotFound."""
    found = get_key(int(actor.account_id or 0), key_id)
    return keys_of(found.account_id).select_for_update(of=("self",), no_key=True).get(pk=found.pk)


def require_valid(key: ApiKey) -> None:
    """KeyNotValid for a key that is revoked or has expired."""
    if key_state(key) != "active":
        raise KeyNotValid()


def facts_of(key: ApiKey) -> dict[str, object]:
    facts: dict[str, object] = {
        "name": key.name,
        "prefix": key.prefix,
        "scopes": list(key.scopes),
        "networks": list(key.networks),
        "expires_at": key.expires_at.isoformat() if key.expires_at else None,
    }
    if not key.networks:
        del facts["networks"]
    return facts
