"""Members and invitations by the API: never a role that may do more than the key."""

import re

import pytest
from django.core import mail

from registrar.accounts.models import Membership
from registrar.accounts.permissions import ROLE_PERMISSIONS, Permission, Role
from registrar.oplog.models import LogEntry

MEMBERS = "/api/v1/members"
INVITATIONS = "/api/v1/invitations"
_NOT_OWNERS = sorted(set(Permission) - {Permission.OWNERS_MANAGE})


@pytest.fixture
def manager(holding_key):
    """A key that holds everything that a key can."""
    return holding_key(*_NOT_OWNERS)


@pytest.fixture
def usher(holding_key):
    """A key that may let in those who only look."""
    return holding_key("members:manage", *sorted(ROLE_PERMISSIONS[Role.VIEWER]))


@pytest.fixture
def member(inside, acme):
    def find(user):
        with inside(acme):
            return Membership.objects.get(user=user).public_id

    return find


def send(client, method, path, **body):
    return getattr(client, method)(path, body, content_type="application/json")


def test_list_names_everybody_and_pages(manager, bob, vera):
    first = manager.get(f"{MEMBERS}?limit=2").json()
    assert [each["email"] for each in first["items"]] == ["alice@acme.example", "bob@acme.example"]
    rest = manager.get(f"{MEMBERS}?limit=2&cursor={first['next']}").json()
    assert [(each["name"], each["role"]) for each in rest["items"]] == [("Vera", "viewer")]


def test_role_is_changed_and_a_membership_ended(manager, bob, member, inside, acme):
    path = f"{MEMBERS}/{member(bob)}"
    changed = send(manager, "patch", path, role="viewer")
    assert (changed.status_code, changed.json()["role"]) == (200, "viewer")
    assert manager.get(path).json() == changed.json()
    assert manager.delete(path).status_code == 204
    assert manager.get(path).status_code == 404
    with inside(acme):
        entry = LogEntry.objects.get(action="member.removed")
        assert (entry.actor_kind, entry.actor_label) == ("key", "script")


def test_owners_are_left_to_people(manager, alice, bob, member):
    for answer in (
        send(manager, "patch", f"{MEMBERS}/{member(bob)}", role="owner"),
        send(manager, "patch", f"{MEMBERS}/{member(alice)}", role="viewer"),
        manager.delete(f"{MEMBERS}/{member(alice)}"),
        send(manager, "post", INVITATIONS, email="x@acme.example", role="owner"),
    ):
        assert (answer.status_code, answer.json()["scope"]) == (403, "owners:manage")


def test_key_neither_gives_nor_takes_a_role_that_may_do_more(usher, bob, vera, member):
    for answer in (
        send(usher, "patch", f"{MEMBERS}/{member(vera)}", role="operator"),
        send(usher, "patch", f"{MEMBERS}/{member(bob)}", role="viewer"),
        usher.delete(f"{MEMBERS}/{member(bob)}"),
        send(usher, "post", INVITATIONS, email="x@acme.example", role="manager"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (403, "scope_missing")
    assert send(usher, "post", INVITATIONS, email="x@acme.example", role="viewer").json()["mailed"]


def test_invitation_is_sent_again_and_withdrawn(usher, client):
    made = send(usher, "post", INVITATIONS, email="Nora@acme.example", role="viewer")
    assert made.status_code == 201
    invitation = made.json()["invitation"]
    assert invitation["email"] == "nora@acme.example"
    secret = re.search(r"https://console\.example/invitations/(\S+)/", mail.outbox[0].body)[1]
    assert secret not in made.content.decode()
    assert client.get(f"/invitations/{secret}/").status_code == 200
    assert usher.get(INVITATIONS).json()["items"] == [invitation]
    path = f"{INVITATIONS}/{invitation['id']}"
    soon = send(usher, "post", f"{path}/resend")
    assert (soon.status_code, soon.json()["code"]) == (409, "sent_recently")
    assert usher.delete(path).status_code == 204
    assert usher.get(INVITATIONS).json()["items"] == []
    assert client.get(f"/invitations/{secret}/").status_code == 404


def test_mail_that_is_not_taken_is_told_and_the_invitation_stays(usher, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    made = send(usher, "post", INVITATIONS, email="nora@acme.example", role="viewer")
    assert (made.status_code, made.json()["mailed"]) == (201, False)
    assert len(usher.get(INVITATIONS).json()["items"]) == 1


@pytest.mark.parametrize(
    ("email", "code"),
    [("bob@acme.example", "already_member"), ("nora@acme.example", "already_invited")],
)
def test_who_is_there_or_invited_is_not_invited_again(usher, bob, email, code):
    send(usher, "post", INVITATIONS, email="nora@acme.example", role="viewer")
    assert send(usher, "post", INVITATIONS, email=email, role="viewer").json()["code"] == code


def test_reading_needs_its_scope_and_changing_another(holding_key, bob, member):
    reading, nobody = holding_key("members:read"), holding_key("domains:read")
    path = f"{MEMBERS}/{member(bob)}"
    assert [reading.get(each).status_code for each in (MEMBERS, INVITATIONS, path)] == [200] * 3
    assert [nobody.get(each).status_code for each in (MEMBERS, INVITATIONS, path)] == [403] * 3
    assert send(reading, "patch", path, role="viewer").status_code == 403
    assert reading.delete(path).status_code == 403


def test_stranger_finds_nothing(holding_key, bob, member, actor_of, globex, gina):
    stranger = holding_key(*_NOT_OWNERS, actor=actor_of(globex, gina, Role.OWNER))
    path = f"{MEMBERS}/{member(bob)}"
    assert stranger.get(path).status_code == 404
    assert send(stranger, "patch", path, role="viewer").status_code == 404
    assert stranger.delete(path).status_code == 404


@pytest.mark.parametrize("people", [1, 3])
def test_list_takes_the_same_queries_for_few_and_many(
    manager, people, make_member, acme, at_most_queries
):
    for number in range(people):
        make_member(acme, f"m{number}@acme.example", Role.VIEWER)
    manager.get(MEMBERS)  # notes its use
    with at_most_queries(3):
        assert len(manager.get(MEMBERS).json()["items"]) == people + 1
