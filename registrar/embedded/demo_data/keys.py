"""One API key per account with every scope, and its text for demo.json."""

from registrar.accounts.api_keys import hash_key, make_key
from registrar.accounts.models import Account, ApiKey
from registrar.accounts.permissions import SCOPES
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as

_NAME = "Demo"


def working_key(account: Account, known: str) -> str:
    """`known` if it still opens the account with every scope, else the text of a new key.

    Only hashes are kept in the database, so that a lost text means a new key.
    """
    with acting_as(system_actor(account.pk)):
        if known and _still_works(known):
            return known
        text, prefix, secret_hash = make_key()
        ApiKey.objects.create(
            account=account,
            name=_NAME,
            prefix=prefix,
            secret_hash=secret_hash,
            scopes=list(SCOPES),
        )
        return text


def _still_works(text: str) -> bool:
    key = ApiKey.objects.filter(secret_hash=hash_key(text), revoked_at=None).first()
    return key is not None and key.expires_at is None and set(key.scopes) >= set(SCOPES)
