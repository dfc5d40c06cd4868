"""Who may say what, and who reads it."""

import datetime as dt

import pytest
import time_machine
from django.db import ProgrammingError, transaction
from django.utils import timezone

from registrar.accounts.models import Membership
from registrar.accounts.permissions import Role
from registrar.errors import InvalidInput, NotFound, NotPermitted, StateConflict
from registrar.oplog.models import LogEntry
from registrar.tenancy.actor import Actor, ActorKind
from registrar.tenancy.context import acting_as
from verification.support.models import SupportMessage, SupportRequest
from verification.support.rules import MAX_MESSAGES
from verification.support.selectors import shown_messages
from verification.support.services.closing import (
    assign_request,
    close_request,
    reopen_request,
)
from verification.support.services.conversing import answer_request, reply_to_request

pytestmark = pytest.mark.django_db


def staff(user):
    return Actor(kind=ActorKind.STAFF, account_id=None, label=str(user), user_id=user.pk)


def test_first_answer_takes_the_request_on_and_notes_when(asked, sue, fresh):
    with acting_as(sue):
        answer_request(actor=sue, request=asked, text="we look at it")
    row = fresh(asked)
    assert row.assigned_to_id == sue.user_id
    assert row.first_answered_at == row.last_activity_at
    with acting_as(sue):
        answer_request(actor=sue, request=asked, text="done")
    assert fresh(asked).first_answered_at == row.first_answered_at


def test_note_moves_nothing_that_the_customer_sees(asked, sue, fresh):
    before = fresh(asked)
    with acting_as(sue):
        answer_request(actor=sue, request=asked, text="note", internal=True)
    after = fresh(asked)
    for name in ("state", "last_activity_at", "first_answered_at", "assigned_to_id"):
        assert getattr(after, name) == getattr(before, name), name


def test_note_is_kept_from_the_account_by_the_database_itself(answered, owner):
    with acting_as(owner):
        assert [m.text for m in SupportMessage.objects.filter(request=answered)] == [
            "请帮忙看看",
            "请上传完整的照片",
        ]
        assert SupportMessage.objects.filter(internal=True).count() == 0
        assert len(shown_messages(answered)) == 2


def test_account_can_write_no_note(acme, asked, owner):
    refused = pytest.raises(ProgrammingError, match="row-level security")
    with acting_as(owner), refused, transaction.atomic():
        SupportMessage.objects.create(
            account=acme,
            request=asked,
            author_kind="staff",
            author_label="x",
            text="x",
            internal=True,
        )


def test_note_is_logged_without_its_text(answered, owner):
    with acting_as(owner):
        entry = LogEntry.objects.get(action="support.noted")
    assert (entry.before, entry.after) == ({}, {})


def test_answer_to_a_conversation_that_went_on_is_refused(asked, owner, sue, texts):
    with acting_as(sue):
        seen = SupportMessage.objects.get(request=asked).pk
    with acting_as(owner):
        reply_to_request(actor=owner, request=asked, text="solved it myself")
    with acting_as(sue), pytest.raises(StateConflict) as caught:
        answer_request(actor=sue, request=asked, text="do this", seen=seen)
    assert caught.value.code == "answered_meanwhile"
    assert texts(asked) == ["请帮忙看看", "solved it myself"]


def test_answer_sent_twice_is_said_once(asked, sue, texts):
    with acting_as(sue):
        seen = SupportMessage.objects.get(request=asked).pk
        answer_request(actor=sue, request=asked, text="do this", seen=seen)
        with pytest.raises(StateConflict):
            answer_request(actor=sue, request=asked, text="do this", seen=seen)
    assert texts(asked) == ["请帮忙看看", "do this"]


def test_reply_sent_twice_is_said_once(asked, owner, texts):
    with acting_as(owner):
        for _time in range(2):
            reply_to_request(actor=owner, request=asked, text="more")
    assert texts(asked) == ["请帮忙看看", "more"]


def test_same_words_the_next_day_are_said_again(asked, owner, texts):
    with acting_as(owner):
        reply_to_request(actor=owner, request=asked, text="any news?")
    with time_machine.travel(timezone.now() + dt.timedelta(days=1)), acting_as(owner):
        reply_to_request(actor=owner, request=asked, text="any news?")
    assert texts(asked) == ["请帮忙看看", "any news?", "any news?"]


def test_same_words_after_an_answer_are_said_again(answered, owner, texts):
    with acting_as(owner):
        reply_to_request(actor=owner, request=answered, text="请帮忙看看")
    assert texts(answered).count("请帮忙看看") == 2


@pytest.mark.parametrize(
    "act",
    [
        lambda actor, row: answer_request(actor=actor, request=row, text="x"),
        lambda actor, row: answer_request(actor=actor, request=row, text="x", internal=True),
        lambda actor, row: assign_request(actor=actor, request=row, to=None),
        lambda actor, row: close_request(actor=actor, request=row),
    ],
    ids=["answer", "note", "assign", "close"],
)
def test_staff_without_the_right_or_of_the_same_account_may_not(
    act, asked, acme, stan, sue_user, sue, make_account, inside, texts
):
    with acting_as(staff(stan)), pytest.raises(NotPermitted):
        act(staff(stan), asked)
    with inside(acme):
        Membership.objects.create(account=acme, user=sue_user, role=Role.VIEWER)
    with acting_as(sue), pytest.raises(NotPermitted) as caught:
        act(sue, asked)
    assert caught.value.code == "own_account"
    assert texts(asked) == ["请帮忙看看"]


def test_member_can_not_answer(asked, owner):
    with acting_as(owner), pytest.raises(NotPermitted):
        answer_request(actor=owner, request=asked, text="x")


def test_viewer_may_not_write_close_or_open(asked, acme, vera, actor_of):
    viewer = actor_of(acme, vera, Role.VIEWER)
    with acting_as(viewer):
        for act in (
            lambda: reply_to_request(actor=viewer, request=asked, text="x"),
            lambda: close_request(actor=viewer, request=asked),
            lambda: reopen_request(actor=viewer, request=asked),
        ):
            with pytest.raises(NotPermitted):
                act()


def test_request_is_not_there_for_a_stranger(asked, stranger):
    with acting_as(stranger):
        for act in (
            lambda: reply_to_request(actor=stranger, request=asked, text="x"),
            lambda: close_request(actor=stranger, request=asked),
        ):
            with pytest.raises(NotFound):
                act()


def test_request_is_assigned_to_those_only_who_may_answer(asked, sue, stan):
    with acting_as(sue), pytest.raises(NotPermitted):
        assign_request(actor=sue, request=asked, to=stan)


def test_assignment_is_logged_with_both(asked, sue, sue_user, owner):
    with acting_as(sue):
        assign_request(actor=sue, request=asked, to=sue_user)
        assign_request(actor=sue, request=asked, to=None)
    with acting_as(owner):
        last = LogEntry.objects.filter(action="support.assigned").latest("number")
    assert (last.before, last.after) == ({"assigned_to": f"user:{sue_user.pk}"}, {})


def test_closed_request_opens_again_with_a_message(asked, owner, fresh, texts):
    with acting_as(owner):
        close_request(actor=owner, request=asked)
        assert fresh_state(asked) == ("closed", "user")
        reopen_request(actor=owner, request=asked, text="it came back")
    assert fresh(asked).state == "open"
    assert texts(asked)[-1] == "it came back"


def fresh_state(row):
    found = SupportRequest.objects.get(pk=row.pk)
    return (found.state, found.closed_by)


def closed_days_ago(row, owner, days):
    with acting_as(owner):
        close_request(actor=owner, request=row)
        SupportRequest.objects.filter(pk=row.pk).update(
            closed_at=timezone.now() - dt.timedelta(days=days)
        )


def test_request_closed_long_ago_stays_closed(asked, owner):
    closed_days_ago(asked, owner, 31)
    with acting_as(owner), pytest.raises(StateConflict) as caught:
        reopen_request(actor=owner, request=asked, text="again")
    assert caught.value.code == "closed_long_ago"


def test_request_stays_closed_while_another_about_the_same_is_open(asked, failed, owner, ask):
    closed_days_ago(asked, owner, 1)
    ask(owner, submission=failed.public_id)
    with acting_as(owner), pytest.raises(StateConflict) as caught:
        reopen_request(actor=owner, request=asked)
    assert caught.value.code == "request_open"


def test_conversation_has_an_end(asked, acme, owner, inside):
    with inside(acme):
        SupportMessage.objects.bulk_create(
            SupportMessage(
                account=acme, request=asked, author_kind="user", author_label="x", text="x"
            )
            for _number in range(MAX_MESSAGES - 1)
        )
    with acting_as(owner), pytest.raises(StateConflict) as caught:
        reply_to_request(actor=owner, request=asked, text="more")
    assert caught.value.code == "conversation_full"


@pytest.mark.parametrize("text", ["", " ", "字" * 4001])
def test_texts_of_both_sides_are_bounded(text, asked, owner, sue):
    with acting_as(owner), pytest.raises(InvalidInput):
        reply_to_request(actor=owner, request=asked, text=text)
    with acting_as(sue), pytest.raises(InvalidInput):
        answer_request(actor=sue, request=asked, text=text)
