"""The settings pages as their readers use them."""

import re

import pytest
from django.core import mail

from registrar.accounts.models import ApiKey, Invitation, Membership, User
from registrar.accounts.permissions import Role
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as


@pytest.fixture
def pages(alice, signed_in, english):
    return english(signed_in(alice))


def test_members_page_marks_what_an_operator_may_not_do(bob, signed_in, english):
    text = english(signed_in(bob)).get("/settings/members/").content.decode()
    assert "Only owners and managers manage members." in text
    assert 'action="/settings/members/invite/"' not in text


def test_members_page_explains_the_last_owner(pages, bob):
    text = pages.get("/settings/members/").content.decode()
    assert "Make somebody else an owner first." in text
    assert "Change role" in text


def test_role_form_changes_the_role(pages, bob, inside, acme):
    with inside(acme):
        member = Membership.objects.get(user=bob)
    address = f"/settings/members/{member.public_id}/role/"
    assert pages.post(address, {"role": "viewer"}).status_code == 302
    with inside(acme):
        assert Membership.objects.get(user=bob).role == Role.VIEWER


def test_removing_the_last_owner_shows_why_not(pages, alice, inside, acme):
    with inside(acme):
        member = Membership.objects.get(user=alice)
    response = pages.post(f"/settings/members/{member.public_id}/remove/")
    assert response.status_code == 409
    assert "last owner" in response.content.decode()


def test_invitation_from_form_to_first_page(pages, client, alice, english, inside, acme):
    form = {"email": "Nora@acme.example", "role": "operator"}
    assert pages.post("/settings/members/invite/", form).status_code == 302
    text = mail.outbox[0].body
    assert "7 天" in text
    assert "within 7 days" in text
    address = re.search(r"http://testserver(/invitations/\S+)", text)[1]
    page = english(client).get(address)
    assert "nora@acme.example" in page.content.decode()
    joined = client.post(address, {"name": "Nora", "password": "correct horse 9"})
    assert joined.headers["Location"] == "/"
    assert client.get("/settings/account/").context["account"] == acme
    assert client.get(address).status_code == 404
    assert User.objects.get(email="nora@acme.example").name == "Nora"


def test_invitation_for_a_known_address_asks_to_sign_in(pages, client, gina):
    pages.post("/settings/members/invite/", {"email": gina.email, "role": "viewer"})
    address = re.search(r"http://testserver(/invitations/\S+)", mail.outbox[0].body)[1]
    assert client.get(address).headers["Location"] == f"/login/?next={address}"
    client.force_login(gina, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(address).status_code == 200
    assert client.post(address).status_code == 302
    assert len(client.get("/settings/").context["memberships"]) == 2


def test_invitation_opened_by_somebody_else_can_not_be_accepted(pages, gina, signed_in):
    pages.post("/settings/members/invite/", {"email": "new@x.example", "role": "viewer"})
    address = re.search(r"http://testserver(/invitations/\S+)", mail.outbox[0].body)[1]
    stranger = signed_in(gina)
    assert stranger.get(address).status_code == 403
    assert stranger.post(address).status_code == 403
    assert len(stranger.get("/settings/").context["memberships"]) == 1


def test_invitation_that_can_not_be_mailed_says_so(pages, settings, inside, acme):
    settings.EMAIL_BACKEND = "tests.registrar.accounts.test_settings_pages.DeadBackend"
    form = {"email": "new@x.example", "role": "viewer"}
    response = pages.post("/settings/members/invite/", form, follow=True)
    assert "could not be sent" in response.content.decode()
    with inside(acme):
        assert Invitation.objects.count() == 1


class DeadBackend:
    def __init__(self, **_kwargs):
        pass

    def send_messages(self, _messages):
        raise ConnectionRefusedError


def test_invite_form_with_wrong_input_comes_back_with_the_reasons(pages, bob):
    response = pages.post("/settings/members/invite/", {"email": bob.email, "role": "viewer"})
    assert response.status_code == 400
    assert "is a member of the account already" in response.content.decode()
    assert pages.post("/settings/members/invite/", {"email": "x"}).status_code == 400


def test_key_form_without_scopes_comes_back(pages, inside, acme):
    response = pages.post("/settings/keys/", {"name": "script", "lasts": ""})
    assert "field-error" in response.content.decode()
    with inside(acme):
        assert not ApiKey.objects.exists()


def test_revoke_button_ends_the_key(pages, inside, acme):
    pages.post("/settings/keys/", {"name": "script", "scopes": ["domains:read"], "lasts": ""})
    with inside(acme):
        key = ApiKey.objects.get()
    assert pages.post(f"/settings/keys/{key.public_id}/revoke/").status_code == 302
    again = pages.post(f"/settings/keys/{key.public_id}/revoke/")
    assert again.status_code == 409
    assert "revoked already" in again.content.decode()


def test_keys_page_marks_what_an_operator_may_not_do(bob, signed_in, english):
    client = english(signed_in(bob))
    assert "Only owners and managers manage API keys." in (
        client.get("/settings/keys/").content.decode()
    )
    form = {"name": "x", "scopes": ["domains:read"], "lasts": ""}
    assert client.post("/settings/keys/", form).status_code == 403


def test_profile_with_a_wrong_phone_says_so(pages):
    response = pages.post("/settings/", {"name": "Alice", "phone": "12"})
    assert "not a phone number" in response.content.decode()


def test_account_is_renamed_by_owners_only(pages, bob, signed_in):
    assert pages.post("/settings/account/", {"name": "新公司"}).status_code == 302
    assert "新公司" in pages.get("/settings/account/").content.decode()
    assert signed_in(bob).post("/settings/account/", {"name": "x"}).status_code == 403


@pytest.mark.parametrize("count", [3, 300])
@pytest.mark.parametrize("page", ["/settings/members/", "/settings/keys/"])
def test_lists_cost_the_same_whatever_their_length(page, count, pages, acme, at_most_queries):
    users = User.objects.bulk_create(User(email=f"u{n}@x.example") for n in range(count))
    with acting_as(system_actor(acme.pk)):
        Membership.objects.bulk_create(
            Membership(account=acme, user=user, role=Role.VIEWER) for user in users
        )
        ApiKey.objects.bulk_create(
            ApiKey(account=acme, name=f"k{n}", prefix=f"p{n}", secret_hash="", scopes=[])
            for n in range(count)
        )
        Invitation.objects.bulk_create(
            Invitation(account=acme, email="i@x.example", role="viewer", secret_hash=f"{n}",
                       expires_at="2030-01-01T00:00:00Z")
            for n in range(count)
        )  # fmt: skip
    pages.get("/settings/")
    with at_most_queries(10):
        assert pages.get(page).status_code == 200


def test_keys_are_found_under_the_name_that_the_api_has_for_them(pages, client):
    assert pages.get("/settings/api-keys/").url == "/settings/keys/"
    client.logout()
    assert client.get("/settings/api-keys/").url.startswith("/login/")
