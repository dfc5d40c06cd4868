"""Who is told that support has answered, and that no mail holds a word of it."""

import datetime as dt

import pytest
from django.core import mail
from django.utils import timezone

from registrar.accounts.permissions import Role
from registrar.notices.models import Notice
from registrar.notices.tasks import sweep_notices
from registrar.tenancy.context import acting_as
from verification.support.about import About
from verification.support.services.closing import close_request
from verification.support.services.conversing import answer_request, reply_to_request
from verification.support.services.opening import open_request

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(inside, acme):
    """Kind and person of every notice, in order."""

    def read():
        with inside(acme):
            rows = Notice.objects.select_related("user").order_by("pk")
            return [(row.kind, row.user.name) for row in rows]

    return read


def answer(sue, row, **more):
    with acting_as(sue):
        answer_request(actor=sue, request=row, text="请上传完整的照片", **more)


def test_who_opened_it_and_who_wrote_in_it_are_told(asked, acme, bob, vera, sue, actor_of, told):
    answer(sue, asked)
    assert told() == [("support.answered", "Alice")]
    operator = actor_of(acme, bob, Role.OPERATOR)
    with acting_as(operator):
        reply_to_request(actor=operator, request=asked, text="here")
    answer(sue, asked)
    assert sorted(told()) == [
        ("support.answered", "Alice"),
        ("support.answered", "Alice"),
        ("support.answered", "Bob"),
    ]


def test_note_and_the_customers_own_doings_tell_nobody(asked, owner, sue, told):
    answer(sue, asked, internal=True)
    with acting_as(owner):
        reply_to_request(actor=owner, request=asked, text="more")
        close_request(actor=owner, request=asked)
    assert told() == []


def test_closing_by_staff_is_told_once(asked, sue, told):
    with acting_as(sue):
        close_request(actor=sue, request=asked)
    assert told() == [("support.closed", "Alice")]


def test_answer_that_closes_is_one_notice(asked, sue, told):
    answer(sue, asked, close=True)
    assert told() == [("support.answered", "Alice")]


def test_request_of_a_program_is_answered_to_everybody(acme, alice, bob, key_of, sue, told):
    key = key_of(acme, "support:read", "support:write")
    with acting_as(key):
        row = open_request(actor=key, about=About(), text="help").request
    answer(sue, row)
    assert {name for _kind, name in told()} == {"Alice", "Bob"}


def test_mail_leads_to_the_request_and_says_nothing_of_it(asked, sue, time_machine, alice):
    answer(sue, asked, internal=True)
    answer(sue, asked)
    time_machine.move_to(timezone.now() + dt.timedelta(minutes=10))
    sweep_notices()
    (sent,) = mail.outbox
    assert sent.to == [alice.email]
    assert f"/support/{asked.public_id}/" in sent.body
    for text in ("请上传完整的照片", asked.subject, "shop.com", "张示例", "Sue", "110***"):
        assert text not in sent.subject + sent.body, text


def test_page_names_the_notice_in_both_languages(asked, sue, alice, browser):
    answer(sue, asked)
    client = browser(alice)
    for language, words in (("zh-hans", "客服已回复您的工单"), ("en", "Support has answered")):
        client.cookies["language"] = language
        assert words in client.get("/notices/").text
