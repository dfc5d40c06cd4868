"""Domains and operations: a change says which state it was decided on."""

import pytest

from domains.models import Domain, Operation
from tests import world

pytestmark = pytest.mark.django_db


@pytest.fixture
def domain(acme, inside):
    with inside(acme):
        return world.domain_of(acme, "acme.com")


def send(api, method, path, body, **headers):
    return api.client.generic(
        method, f"/api/v1/{path}", body, content_type="application/json", headers=headers
    )


def test_domain_changes_only_as_it_was_seen(api, acme, domain, inside):
    seen = api("GET", "domains/acme.com")["ETag"]
    with inside(acme):
        Domain.objects.update(epp_statuses=["serverHold"])
    late = send(api, "PATCH", "domains/acme.com", '{"tags": ["a"]}', if_match=seen)
    assert (late.status_code, late.json()["code"]) == (412, "precondition_failed")
    fresh = api("GET", "domains/acme.com")["ETag"]
    taken = send(api, "PATCH", "domains/acme.com", '{"tags": ["a"]}', if_match=fresh)
    assert taken.status_code == 200
    again = api("GET", "domains/acme.com")
    assert (again.json()["tags"], again["ETag"]) == (["a"], taken["ETag"])


def test_operation_is_cancelled_only_as_it_was_seen(api, acme, domain, inside):
    with inside(acme):
        operation = Operation.objects.create(
            account=acme, kind="set_locks", domain=domain, requested_by="x"
        )
    path = f"operations/{operation.public_id}"
    seen = api("GET", path)["ETag"]
    assert send(api, "POST", f"{path}/cancel", "", if_match='"x"').status_code == 412
    assert send(api, "POST", f"{path}/cancel", "", if_match=seen).status_code == 200
    assert api("GET", path)["ETag"] != seen
