"""No page and no answer is kept by browsers or proxies, unless it says so itself."""

import pytest
from django.test import Client

from tests.contract.routes import routes
from tests.world import build

PERSONAL = [r for r in routes() if not r.pattern.startswith(("healthz", "readyz"))]


@pytest.fixture
def world(acme, alice):
    return build(acme, alice, secret="geheim")


@pytest.fixture
def as_alice(alice, world):
    # The picture of this world has no file: that answer is a 500, and not kept either.
    headers = {"authorization": f"Bearer {world.key}"}
    client = Client(headers=headers, raise_request_exception=False)
    client.force_login(alice, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize("route", PERSONAL, ids=lambda r: r.pattern)
def test_answer_is_not_kept(route, as_alice, world):
    answer = as_alice.get(route.path(world))
    assert "no-store" in answer["Cache-Control"], route.pattern
    assert "private" in answer["Cache-Control"], route.pattern


def test_refusals_are_not_kept_either(client, db):
    for address in ("/login/", "/nowhere/", "/api/v1/me", "/api/v1/nowhere"):
        assert "no-store" in client.get(address)["Cache-Control"], address
