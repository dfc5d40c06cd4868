"""One key's page: its facts, its new secret, its changes."""

import datetime as dt
import re

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from registrar.accounts.models import ApiKey
from registrar.accounts.services.keys import create_key
from registrar.tenancy.context import acting_as

CHANGE = {"name": "script", "scopes": ["domains:read"], "networks": "", "lasts": "as_it_is"}


@pytest.fixture
def pages(alice, signed_in, english):
    return english(signed_in(alice))


@pytest.fixture
def new(owner):
    with acting_as(owner):
        end = timezone.now() + dt.timedelta(days=9)
        return create_key(actor=owner, name="script", scopes=["domains:read"], expires_at=end)


@pytest.fixture
def page(new):
    return f"/settings/keys/{new.key.public_id}/"


@pytest.fixture
def kept(inside, acme):
    def get():
        with inside(acme):
            return ApiKey.objects.get()

    return get


def text_of(client, address):
    return client.get(address).content.decode()


def works(text):
    return Client(headers={"Authorization": f"Bearer {text}"}).get("/api/v1/me").status_code == 200


def secret_in(text):
    found = re.search(r"zm_[0-9a-f]{12}_[\w-]{43}", text)
    return found and found[0]


def test_rotation_shows_the_new_key_once_and_both_beginnings(pages, page, new):
    answer = pages.post(f"{page}rotate/", {"overlap": "24"})
    assert (answer.status_code, answer.headers["Location"]) == (302, page)
    shown = pages.get(page)
    assert "no-store" in shown.headers["Cache-Control"]
    text = secret_in(shown.content.decode())
    assert works(text)
    assert works(new.text)
    again = text_of(pages, page)
    assert secret_in(again) is None
    for beginning in (text[:15], new.text[:15]):
        assert beginning in again
        assert beginning in text_of(pages, "/settings/keys/")


def test_asking_for_the_head_takes_nothing(pages, page):
    pages.post(f"{page}rotate/", {"overlap": "24"})
    pages.head(page)
    assert secret_in(text_of(pages, page))


def test_page_tells_when_the_old_key_was_last_used_and_ends_it(pages, page, new):
    pages.post(f"{page}rotate/", {"overlap": "168"})
    moment = timezone.now() + dt.timedelta(minutes=90)
    with time_machine.travel(moment, tick=False):
        assert works(new.text)
        assert f"{timezone.localtime(moment):%Y-%m-%d %H:%M}" in text_of(pages, page)
        assert pages.post(f"{page}end-former/").headers["Location"] == page
        assert not works(new.text)
        assert "The old key still works" not in text_of(pages, page)


def test_rotation_without_overlap_ends_the_old_key(pages, page, new):
    pages.post(f"{page}rotate/", {"overlap": "0"})
    assert not works(new.text)


def test_two_keys_in_use_are_not_rotated_and_the_page_says_why(pages, page):
    pages.post(f"{page}rotate/", {"overlap": "24"})
    assert works(secret_in(text_of(pages, page)))
    text = text_of(pages, page)
    assert "End the old one first." in text
    assert "rotate/" not in text
    assert pages.post(f"{page}rotate/", {"overlap": "24"}).status_code == 409


def test_overlap_that_is_not_offered_changes_nothing(pages, page, new):
    assert pages.post(f"{page}rotate/", {"overlap": "9999"}).status_code == 200
    assert works(new.text)


def test_sensitive_key_gets_a_new_secret_after_a_code_only(
    pages, page, alice, enter_code, inside, acme, kept
):
    with inside(acme):
        ApiKey.objects.update(scopes=["sensitive"])
    asked = pages.post(f"{page}rotate/", {"overlap": "24"})
    assert asked.headers["Location"].startswith("/identity/sensitive_key/?next=")
    assert kept().former_prefix is None
    enter_code(alice, "sensitive_key")
    pages.post(f"{page}rotate/", {"overlap": "24"})
    assert kept().former_prefix


def test_form_shows_the_key_as_it_is_and_saves_what_is_changed(pages, page, kept, new):
    assert '<option value="as_it_is" selected>' in text_of(pages, page)
    networks = "192.0.2.0/24\n2001:db8::/32"
    saved = pages.post(page, CHANGE | {"name": "夜间脚本", "networks": networks})
    assert saved.headers["Location"] == page
    key = kept()
    assert (key.name, key.networks) == ("夜间脚本", networks.split())
    assert key.expires_at == new.key.expires_at
    assert networks in text_of(pages, page)
    pages.post(page, CHANGE | {"lasts": ""})
    assert kept().expires_at is None


def test_wrong_network_is_named_at_its_field(pages, page, kept):
    answer = pages.post(page, CHANGE | {"networks": "192.0.2.0/24 192.0.2.9/24, office"})
    text = answer.content.decode()
    assert "The network is 192.0.2.0/24." in text
    assert "“office” is not a network" in text
    assert kept().networks == []


def test_sensitive_is_added_after_a_code_and_nothing_typed_is_lost(
    pages, page, alice, enter_code, kept
):
    change = CHANGE | {"name": "neu", "scopes": ["domains:read", "sensitive"]}
    assert pages.post(page, change).headers["Location"].startswith("/identity/sensitive_key/")
    enter_code(alice, "sensitive_key")
    assert 'value="neu"' in text_of(pages, page)
    pages.post(page, change)
    assert kept().scopes == ["domains:read", "sensitive"]


def test_revoked_key_offers_nothing(pages, page):
    pages.post(f"{page}revoke/")
    text = text_of(pages, page)
    assert "Revoked" in text
    assert "<textarea" not in text
    assert "rotate/" not in text


def test_operator_looks_and_is_told_who_manages_keys(bob, signed_in, english, page, kept):
    pages = english(signed_in(bob))
    text = text_of(pages, page)
    assert "Only owners and managers manage API keys." in text
    assert "<textarea" not in text
    assert pages.post(page, CHANGE | {"name": "x"}).status_code == 403
    assert pages.post(f"{page}rotate/", {"overlap": "24"}).status_code == 403
    assert kept().name == "script"
