"""A key that is bound to networks, used from inside and from outside of them."""

import datetime as dt

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from registrar.accounts.models import ApiKey
from registrar.accounts.services.keys import create_key
from registrar.errors import InvalidInput
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as

ME = "/api/v1/me"
OFFICE = ["192.0.2.0/24", "2001:db8::/32"]


@pytest.fixture
def make(owner):
    def make(*networks):
        with acting_as(owner):
            scopes = ("domains:read",)
            return create_key(
                actor=owner, name="n", scopes=scopes, expires_at=None, networks=networks
            )

    return make


@pytest.fixture
def ask():
    def ask(new, address, **headers):
        headers["Authorization"] = f"Bearer {new.text}"
        return Client(REMOTE_ADDR=address).get(ME, headers=headers)

    return ask


def test_key_works_from_its_networks_and_nowhere_else(make, ask):
    new = make(*OFFICE)
    assert ask(new, "192.0.2.9").status_code == 200
    assert ask(new, "2001:db8::9").status_code == 200
    refused = ask(new, "203.0.113.5")
    assert (refused.status_code, refused.json()["code"]) == (403, "network_not_allowed")
    assert "192.0.2" not in refused.content.decode()


def test_key_without_networks_works_from_anywhere(make, ask):
    assert ask(make(), "203.0.113.5").status_code == 200


def test_header_that_claims_another_address_is_not_believed(make, ask):
    assert ask(make(*OFFICE), "203.0.113.5", **{"X-Forwarded-For": "192.0.2.9"}).status_code == 403


def test_wrong_secret_from_outside_says_nothing_of_networks(make, ask):
    new = make(*OFFICE)
    wrong = type(new)(new.key, new.text[:-1] + ("A" if new.text[-1] != "A" else "B"))
    assert ask(wrong, "203.0.113.5").json()["code"] == "not_authenticated"


def test_use_from_outside_is_logged_once_a_minute_and_address_and_is_no_use(make, ask, owner):
    new, start = make(*OFFICE), timezone.now()
    with time_machine.travel(start, tick=False):
        for address in ("203.0.113.5", "203.0.113.5", "203.0.113.6"):
            ask(new, address)
    with time_machine.travel(start + dt.timedelta(seconds=61), tick=False):
        ask(new, "203.0.113.5")
    with acting_as(owner):
        entries = LogEntry.objects.filter(action="api_key.used_elsewhere").order_by("number")
        assert [e.ip for e in entries] == ["203.0.113.5", "203.0.113.6", "203.0.113.5"]
        assert {e.result for e in entries} == {"refused"}
        assert ApiKey.objects.get().last_used_at is None


def test_wrong_entries_are_named_each(make):
    with pytest.raises(InvalidInput) as refused:
        make("192.0.2.0/24", "192.0.2.7/24", "office")
    messages = [str(e.message) for e in refused.value.errors]
    assert [e.field for e in refused.value.errors] == ["networks.1", "networks.2"]
    assert "192.0.2.7/24" in messages[0]
    assert "192.0.2.0/24" in messages[0]
    assert "office" in messages[1]
    assert len(messages) == 2


def test_at_most_twenty_networks(make):
    assert len(make(*(f"10.0.{n}.0/24" for n in range(20))).key.networks) == 20
    with pytest.raises(InvalidInput):
        make(*(f"10.0.{n}.0/24" for n in range(21)))
