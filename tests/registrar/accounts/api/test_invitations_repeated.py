"""Invitations rehearsed and repeated: the mail is nothing that a transaction undoes."""

import pytest
from django.core import mail

from registrar.accounts.api import invitations
from registrar.accounts.permissions import ROLE_PERMISSIONS, Role

INVITATIONS = "/api/v1/invitations"


@pytest.fixture
def usher(holding_key):
    return holding_key("members:manage", *sorted(ROLE_PERMISSIONS[Role.VIEWER]))


@pytest.fixture
def invite(usher):
    def send(query="", **headers):
        body = {"email": "nora@acme.example", "role": "viewer"}
        address, kind = f"{INVITATIONS}{query}", "application/json"
        return usher.post(address, body, content_type=kind, headers=headers)

    return send


def test_dry_run_mails_nothing_and_says_so(invite, usher):
    answer = invite("?dry_run=true")
    assert (answer.status_code, answer.json()["mailed"]) == (201, None)
    assert mail.outbox == []
    assert usher.get(INVITATIONS).json()["items"] == []


def test_repeated_call_mails_no_second_link(invite):
    first, again = (invite(idempotency_key="k") for _ in range(2))
    assert first.json()["mailed"] is True
    assert again.json() == first.json()
    assert len(mail.outbox) == 1


def test_repeated_call_tells_that_the_mail_was_not_taken(invite, monkeypatch):
    def refuse(**_letter):
        raise OSError

    monkeypatch.setattr(invitations, "send_invitation", refuse)
    assert [invite(idempotency_key="k").json()["mailed"] for _ in range(2)] == [False, False]


def test_call_that_died_before_the_mail_makes_no_second_invitation(invite, usher, monkeypatch):
    def die(**_letter):
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(invitations, "send_invitation", die)
        with pytest.raises(SystemExit):
            invite(idempotency_key="k")
    again = invite(idempotency_key="k")
    assert (again.status_code, again.json()["mailed"]) == (201, None)
    assert again["Idempotency-Replayed"] == "true"
    assert usher.get(INVITATIONS).json()["items"] == [again.json()["invitation"]]
    assert mail.outbox == []
