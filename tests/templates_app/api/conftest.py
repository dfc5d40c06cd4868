import json
from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from registrar.accounts.api_keys import make_key
from registrar.accounts.models import Account, ApiKey
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as

Call = Callable[..., HttpResponse]


@pytest.fixture
def caller(db: None) -> Callable[..., Call]:
    """`call = caller(acme); call("post", "/templates", {…})`; scopes default to both."""

    def make(
        account: Account, scopes: tuple[str, ...] = ("templates:read", "templates:write")
    ) -> Call:
        text, prefix, hashed = make_key()
        with acting_as(system_actor(account.pk)):
            ApiKey.objects.create(
                account=account, name="key", prefix=prefix, secret_hash=hashed, scopes=list(scopes)
            )

        def call(method: str, path: str, body: Any = None, **headers: str) -> HttpResponse:
            sent = {} if body is None else {"data": json.dumps(body)}
            if method != "get":
                sent["content_type"] = "application/json"
            headers = {"authorization": f"Bearer {text}", "accept-language": "en", **headers}
            client = Client(raise_request_exception=False)
            return getattr(client, method)(f"/api/v1{path}", headers=headers, **sent)

        return call

    return make
