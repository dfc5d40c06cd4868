"""Keys of before support requests had scopes of their own go on doing what they did."""

import pytest

from registrar.accounts.api_keys import make_key
from registrar.accounts.models import ApiKey

pytestmark = pytest.mark.django_db
SUPPORT = ("accounts", "0007_support_scopes")


def key_with(account, *scopes):
    _text, prefix, secret_hash = make_key()
    return ApiKey.objects.create(
        account=account, name="k", prefix=prefix, secret_hash=secret_hash, scopes=list(scopes)
    )


def test_keys_of_any_account_get_what_they_could_do_and_lose_it_again(
    acme, globex, inside, undo, redo, as_staff
):
    with inside(acme):
        both = key_with(acme, "verifications:read", "verifications:write")
        none = key_with(acme, "domains:read")
    with inside(globex):
        reading = key_with(globex, "verifications:read", "support:read")

    def scopes():
        with as_staff():
            rows = dict(ApiKey.objects.values_list("pk", "scopes"))
        return [rows[key.pk] for key in (both, none, reading)]

    undo(SUPPORT)
    old = ["verifications:read", "verifications:write"]
    assert scopes() == [old, ["domains:read"], ["verifications:read"]]
    redo(SUPPORT)
    assert scopes() == [
        [*old, "support:read", "support:write"],
        ["domains:read"],
        ["verifications:read", "support:read"],
    ]
