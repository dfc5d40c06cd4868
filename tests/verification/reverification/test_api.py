"""GET /api/v1/domains/{name}/reverification."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from registrar.accounts.api_keys import make_key
from registrar.accounts.models import ApiKey
from registrar.workdays import add_working_days
from tests import world

from .conftest import NAME_MESSAGE


@pytest.fixture
def api(acme, alice):
    key = world.build(acme, alice, secret="acme").key

    def get(name: str, key: str = key, query: dict | None = None, **headers: str):
        address = f"/api/v1/domains/{name}/reverification"
        sent = {"authorization": f"Bearer {key}", **headers}
        return Client().get(address, query or {}, headers=sent)

    return get


def test_answer_has_failure_and_both_routes_in_the_contracts_shape(api, failed, verified_template):
    template = verified_template()
    answer = api("shop.com")
    assert answer.status_code == 200
    body = answer.json()
    assert body["failure"]["raw_messages"] == [NAME_MESSAGE]
    assert body["failure"]["reasons"][0]["code"] == "registrant_name_mismatch"
    change, resubmit = body["routes"]
    today = timezone.localdate()
    assert change["route"] == "change_registrant"
    assert change["available"] is True
    assert change["blocked_by"] == []
    assert [t["id"] for t in change["templates"]] == [template.public_id]
    assert change["expected_on"] == add_working_days(today, 3).date.isoformat()
    assert change["recommended"] is True
    assert change["because"][0] == "usable_template_same_holder"
    assert resubmit["route"] == "resubmit"
    assert resubmit["templates"] == []
    assert dt.date.fromisoformat(resubmit["expected_on"]) == add_working_days(today, 5).date
    assert resubmit["recommended"] is False


def test_answer_follows_the_asked_language(api, failed):
    english = api("shop.com", **{"accept-language": "en"}).json()
    chinese = api("shop.com", **{"accept-language": "zh-hans"}).json()
    title = english["failure"]["reasons"][0]["title"]
    assert title.isascii()
    assert title != chinese["failure"]["reasons"][0]["title"]


def test_number_of_a_template_is_masked(api, failed, verified_template):
    verified_template()
    assert world.NUMBER not in api("shop.com").text


def test_foreign_domain_is_404(api, globex, inside):
    with inside(globex):
        world.domain_of(globex, "theirs.com", real_name="failed")
    assert api("theirs.com").status_code == 404


def test_unknown_parameter_is_refused(api, failed):
    assert api("shop.com", query={"x": "1"}).status_code == 400


def test_key_without_the_scope_is_refused(api, acme, failed, inside):
    text, prefix, hashed = make_key()
    with inside(acme):
        ApiKey.objects.create(
            account=acme, name="k", prefix=prefix, secret_hash=hashed, scopes=["logs:read"]
        )
    assert api("shop.com", key=text).status_code == 403
