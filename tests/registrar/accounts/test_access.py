"""Who gets which page, and what refusals look like."""

import pytest
from django.test import Client

from registrar.accounts.models import User
from registrar.accounts.permissions import Role

PAGES = ["/settings/", "/settings/account/", "/settings/members/", "/settings/keys/", "/logs/"]


@pytest.mark.parametrize("page", [*PAGES, "/identity/push/", "/settings/password/"])
def test_page_without_sign_in_leads_there_and_back(client, db, page):
    assert client.get(page).headers["Location"] == f"/login/?next={page}"


@pytest.mark.parametrize("page", PAGES[1:])
def test_page_without_an_account_explains_how_to_get_one(db, signed_in, page):
    loner = User.objects.create_user("loner@x.example", "x", name="Leo")
    client = signed_in(loner)
    response = client.get(page)
    assert response.status_code == 200
    assert "loner@x.example" in response.content.decode()
    assert client.get("/settings/").status_code == 200


def test_post_without_an_account_is_refused(db, signed_in):
    loner = User.objects.create_user("loner@x.example", "x")
    assert signed_in(loner).post("/settings/account/", {"name": "x"}).status_code == 403


def test_page_without_the_permission_says_whom_to_ask(vera, signed_in, english):
    response = english(signed_in(vera)).get("/logs/")
    assert response.status_code == 403
    assert "Ask an owner or manager" in response.content.decode()


def test_navigation_hides_the_log_from_viewers(vera, bob, signed_in):
    assert 'href="/logs/"' not in signed_in(vera).get("/settings/").content.decode()
    assert 'href="/logs/"' in signed_in(bob).get("/settings/").content.decode()


def test_every_role_opens_the_settings(alice, bob, vera, signed_in):
    for user in (alice, bob, vera):
        for page in PAGES[:4]:
            assert signed_in(user).get(page).status_code == 200


def test_switch_account_works_in_the_other_one_from_then_on(
    alice, acme, globex, make_member, signed_in
):
    make_member(globex, alice.email, Role.VIEWER)
    client = signed_in(alice)
    for account in (globex, acme):
        assert client.post("/accounts/switch/", {"account": account.public_id}).status_code == 302
        page = client.get("/settings/account/")
        assert page.context["account"] == account


@pytest.mark.parametrize("wanted", ["", "junk", "foreign"])
def test_switch_account_to_a_foreign_one_is_not_found(alice, globex, signed_in, wanted):
    target = globex.public_id if wanted == "foreign" else wanted
    response = signed_in(alice).post("/accounts/switch/", {"account": target})
    assert response.status_code == 404


def test_switch_account_by_get_only_leads_home(alice, signed_in):
    assert signed_in(alice).get("/accounts/switch/").headers["Location"] == "/"


@pytest.mark.parametrize(
    ("address", "status"),
    [("/logs/?q=%00", 400), ("/logs/%00/", 404), ("/logs/?cursor=%00", 400), ("/%00", 404)],
)
def test_nul_byte_in_an_address_is_no_crash(alice, signed_in, address, status):
    assert signed_in(alice).get(address).status_code == status


def test_nul_byte_in_a_cookie_is_ignored(alice):
    client = Client()
    client.cookies["sessionid"] = "a\0b"
    assert client.get("/settings/").status_code == 302
