import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from registrar.accounts.api_keys import make_key
from registrar.accounts.models import Account, ApiKey
from registrar.accounts.permissions import SCOPES
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as

ALL = tuple(SCOPES)


class Api:
    """A client that holds a key; answers carry `.json()`."""

    def __init__(self, key: str) -> None:
        self.client = Client(headers={"Authorization": f"Bearer {key}", "Accept-Language": "en"})

    def __call__(self, method: str, path: str, body: Any = None) -> Any:
        sent = {} if body is None else {"data": json.dumps(body)}
        return self.client.generic(
            method, f"/api/v1/{path}", content_type="application/json", **sent
        )


@pytest.fixture
def api_of(db: None) -> Callable[..., Api]:
    def make(account: Account, *, scopes: tuple[str, ...] = ALL) -> Api:
        text, prefix, hashed = make_key()
        with acting_as(system_actor(account.pk)):
            ApiKey.objects.create(
                account=account, name="k", prefix=prefix, secret_hash=hashed, scopes=list(scopes)
            )
        return Api(text)

    return make


@pytest.fixture
def api(acme: Account, api_of: Callable[..., Api]) -> Api:
    return api_of(acme)
