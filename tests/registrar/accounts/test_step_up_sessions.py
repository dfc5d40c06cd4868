"""A code counts in the browser session that asked for it; limits count for the person."""

import dataclasses
import datetime as dt

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from registrar.accounts.models import StepUpChallenge
from registrar.accounts.purposes import Purpose
from registrar.accounts.step_up import has_proof, send_code, verify_code
from registrar.errors import InvalidInput, NotPermitted, TooMany
from registrar.tenancy.context import acting_as
from tests.conftest import PASSWORD

PAGE = "/identity/push/"
PROVED = "You have confirmed this"


@pytest.fixture
def browser(alice, english, sender):
    """`browser()` - one more browser in which Alice signed in with her password."""

    def make():
        client = english(Client())
        sign_in(client)
        return client

    return make


@pytest.fixture
def elsewhere(owner):
    """The same person in another session."""
    return dataclasses.replace(owner, session="f" * 64)


def sign_in(client):
    answer = client.post("/login/", {"username": "alice@acme.example", "password": PASSWORD})
    assert answer.status_code == 302


def confirm(client, sender):
    client.post(PAGE, {"action": "send"})
    client.post(PAGE, {"code": sender.last_code()})


def text_of(client):
    return client.get(PAGE).content.decode()


def wrong(code):
    return f"{(int(code) + 1) % 10**6:06d}"


def proved(actor):
    with acting_as(actor):
        return has_proof(actor=actor, purpose=Purpose.PUSH)


def test_second_browser_of_the_same_person_is_asked_again(browser, sender):
    first, second = browser(), browser()
    confirm(first, sender)
    assert PROVED in text_of(first)
    assert PROVED in text_of(first)
    assert PROVED not in text_of(second)


def test_code_is_entered_where_it_was_asked_for_only(browser, sender):
    first, second = browser(), browser()
    first.post(PAGE, {"action": "send"})
    assert "code-input" not in text_of(second)
    answer = second.post(PAGE, {"code": sender.last_code()}, follow=True)
    assert "No code is waiting" in answer.content.decode()
    assert PROVED not in text_of(second)
    first.post(PAGE, {"code": sender.last_code()})
    assert PROVED in text_of(first)


def test_signing_out_and_in_again_asks_again(browser, sender):
    client = browser()
    confirm(client, sender)
    client.post("/logout/")
    sign_in(client)
    assert PROVED not in text_of(client)


def test_new_session_key_keeps_the_proof(browser, sender):
    client = browser()
    confirm(client, sender)
    before = client.cookies["sessionid"].value
    fresh = "correct horse 9"
    passwords = {"old_password": PASSWORD, "new_password1": fresh, "new_password2": fresh}
    client.post("/settings/password/", passwords)
    assert client.cookies["sessionid"].value != before
    assert PROVED in text_of(client)


def test_row_holds_a_hash_of_what_the_session_holds(browser, sender, inside, acme):
    client = browser()
    confirm(client, sender)
    with inside(acme):
        mark = StepUpChallenge.objects.get().session_mark
    assert len(mark) == 64
    assert mark not in str(dict(client.session))
    assert client.session.session_key not in mark


def test_second_browser_waits_as_long_as_the_first(browser, sender):
    first, second = browser(), browser()
    first.post(PAGE, {"action": "send"})
    assert "Another code can be sent in" in text_of(second)
    second.post(PAGE, {"action": "send"})
    assert len(sender.sent) == 1


def test_code_sent_in_another_session_ends_the_former_one(owner, elsewhere, sender):
    start = timezone.now()
    with time_machine.travel(start, tick=False):
        send_code(actor=owner, purpose=Purpose.PUSH)
        former = sender.last_code()
    with time_machine.travel(start + dt.timedelta(seconds=60), tick=False):
        send_code(actor=elsewhere, purpose=Purpose.PUSH)
        with pytest.raises(InvalidInput) as refused:
            verify_code(actor=owner, purpose=Purpose.PUSH, code=former)
        assert refused.value.code == "code_missing"
        verify_code(actor=elsewhere, purpose=Purpose.PUSH, code=sender.last_code())
        assert proved(elsewhere)
        assert not proved(owner)


def test_codes_of_an_hour_are_counted_over_all_sessions(owner, elsewhere, sender):
    start = timezone.now()
    for minute in range(20):
        with time_machine.travel(start + dt.timedelta(minutes=minute), tick=False):
            send_code(actor=(owner, elsewhere)[minute % 2], purpose=Purpose.PUSH)
    later = start + dt.timedelta(minutes=21)
    with time_machine.travel(later, tick=False), pytest.raises(TooMany) as refused:
        send_code(actor=dataclasses.replace(owner, session="e" * 64), purpose=Purpose.PUSH)
    assert refused.value.code == "too_many_codes"


def test_tries_from_another_session_neither_count_nor_help(owner, elsewhere, sender, inside, acme):
    send_code(actor=owner, purpose=Purpose.PUSH)
    for code in (sender.last_code(), wrong(sender.last_code())):
        with pytest.raises(InvalidInput) as refused:
            verify_code(actor=elsewhere, purpose=Purpose.PUSH, code=code)
        assert refused.value.code == "code_missing"
    with inside(acme):
        assert StepUpChallenge.objects.get().tries_left == 5


def test_without_a_session_nothing_is_sent_and_nothing_proved(owner, alice, acme, sender, inside):
    nowhere = dataclasses.replace(owner, session="")
    with pytest.raises(NotPermitted):
        send_code(actor=nowhere, purpose=Purpose.PUSH)
    now = timezone.now()
    with inside(acme):
        StepUpChallenge.objects.create(
            account=acme,
            user=alice,
            purpose=Purpose.PUSH,
            code_hash="x",
            sent_at=now,
            expires_at=now,
            tries_left=1,
            verified_at=now,
        )
    assert not proved(nowhere)
    assert not proved(owner)
