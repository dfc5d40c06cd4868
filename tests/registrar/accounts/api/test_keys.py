"""Keys that manage keys: everything that the console can do, and never more than they may."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from registrar.accounts.models import ApiKey
from registrar.accounts.permissions import Role

KEYS = "/api/v1/api-keys"
NEW = {"name": "child", "scopes": ["domains:read"], "expires_at": None}


@pytest.fixture
def clerk(holding_key):
    return holding_key("keys:read", "keys:manage", "domains:read")


def post(client, path="", **body):
    return client.post(KEYS + path, body, content_type="application/json")


def patch(client, path, **body):
    return client.patch(KEYS + path, body, content_type="application/json")


def works(text):
    return Client(headers={"Authorization": f"Bearer {text}"}).get("/api/v1/me").status_code == 200


def fields_of(response):
    assert response.status_code == 400, response.content
    return {error["field"] for error in response.json()["errors"]}


def test_key_is_made_read_changed_rotated_and_revoked(clerk):
    made = post(clerk, **NEW, networks=["127.0.0.0/8"])
    assert made.status_code == 201
    key, text = made.json()["key"], made.json()["text"]
    path = f"/{key['id']}"
    assert works(text)
    assert key["networks"] == ["127.0.0.0/8"]
    assert clerk.get(KEYS + path).json() | {"last_used_at": None} == key

    changed = patch(clerk, path, name="renamed", networks=["127.0.0.1"])
    assert (changed.status_code, changed.json()["networks"]) == (200, ["127.0.0.1/32"])

    second = post(clerk, f"{path}/rotate", overlap_hours=1).json()["text"]
    assert works(text)
    assert works(second)
    assert post(clerk, f"{path}/end-former").json()["former"] is None
    assert not works(text)
    assert post(clerk, f"{path}/end-former").status_code == 409

    assert post(clerk, f"{path}/revoke").json()["state"] == "revoked"
    assert not works(second)
    assert post(clerk, f"{path}/revoke").json()["code"] == "already_revoked"


def test_no_secret_is_ever_read_again(clerk):
    text = post(clerk, **NEW).json()["text"]
    answer = clerk.get(KEYS)
    assert [key["name"] for key in answer.json()["items"]] == ["child", "script"]
    assert text[16:] not in answer.content.decode()
    assert "hash" not in answer.content.decode()


def test_scopes_are_asked_for(holding_key):
    reading, nobody = holding_key("keys:read"), holding_key("domains:read")
    assert reading.get(KEYS).status_code == 200
    assert post(reading, **NEW).status_code == 403
    assert nobody.get(KEYS).status_code == 403


def test_key_gives_no_scope_that_it_lacks(clerk):
    refused = post(clerk, **NEW | {"scopes": ["domains:read", "domains:write"]})
    assert (refused.status_code, refused.json()["scope"]) == (403, "domains:write")
    sensitive = post(clerk, **NEW | {"scopes": ["sensitive"]})
    assert (sensitive.status_code, sensitive.json()["scope"]) == (403, "sensitive")


@pytest.fixture
def bounded(clerk, inside, acme):
    """The clerk's key, which ends and works from here only."""
    end = timezone.now() + dt.timedelta(days=2)
    with inside(acme):
        ApiKey.objects.update(expires_at=end, networks=["127.0.0.0/8"])
    return clerk, end


def test_key_gives_nothing_that_outlives_it_or_works_from_elsewhere(bounded):
    clerk, end = bounded
    assert fields_of(post(clerk, **NEW)) == {"expires_at", "networks"}
    later = (end + dt.timedelta(seconds=1)).isoformat()
    assert fields_of(post(clerk, **NEW | {"expires_at": later, "networks": ["127.0.0.1"]})) == {
        "expires_at"
    }
    within = NEW | {"expires_at": end.isoformat(), "networks": ["127.0.0.1"]}
    assert post(clerk, **within).status_code == 201


def test_key_widens_neither_itself_nor_takes_a_wider_one_over(bounded, holding_key, inside, acme):
    clerk, _end = bounded
    own = clerk.get("/api/v1/me").json()["key"]["id"]
    assert fields_of(patch(clerk, f"/{own}", expires_at=None)) == {"expires_at"}
    assert fields_of(patch(clerk, f"/{own}", networks=[])) == {"networks"}
    holding_key("domains:read")
    with inside(acme):
        wider = ApiKey.objects.latest("id")
    assert fields_of(post(clerk, f"/{wider.public_id}/rotate")) == {"expires_at", "networks"}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"name": " "}, "name"),
        ({"scopes": []}, "scopes"),
        ({"scopes": ["owners:manage"]}, "scopes"),
        ({"networks": ["office"]}, "networks.0"),
        ({"networks": ["10.0.0.1"] * 101}, "networks"),
        ({"expires_at": "2020-01-01T00:00:00Z"}, "expires_at"),
        ({"expires_at": "soon"}, "expires_at"),
        ({"secret": "x"}, "secret"),
    ],
)
def test_wrong_field_is_named_and_nothing_made(clerk, body, field, inside, acme):
    assert field in fields_of(post(clerk, **NEW | body))
    with inside(acme):
        assert ApiKey.objects.count() == 1


def test_end_must_be_said(clerk):
    assert fields_of(post(clerk, name="x", scopes=["domains:read"])) == {"expires_at"}


def test_stranger_finds_nothing(clerk, holding_key, actor_of, globex, gina):
    key = post(clerk, **NEW).json()["key"]
    owner = actor_of(globex, gina, Role.OWNER)
    stranger = holding_key("keys:read", "keys:manage", actor=owner)
    path = f"/{key['id']}"
    assert stranger.get(KEYS + path).status_code == 404
    assert patch(stranger, path, name="x").status_code == 404
    for verb in ("rotate", "end-former", "revoke"):
        assert post(stranger, f"{path}/{verb}").status_code == 404
    assert [each["name"] for each in stranger.get(KEYS).json()["items"]] == ["script"]


@pytest.mark.parametrize("more", [1, 3])
def test_list_takes_the_same_queries_for_few_and_many(clerk, more, at_most_queries):
    for _ in range(more):
        post(clerk, **NEW)
    clerk.get(KEYS)  # notes its use
    with at_most_queries(3):
        assert len(clerk.get(KEYS).json()["items"]) == more + 1
