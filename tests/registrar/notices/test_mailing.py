"""Mails go out late, together, once; whatever breaks costs time and no mail."""

import datetime as dt
import smtplib

import pytest
import structlog
from django.core import mail
from django.db import connection

from registrar.accounts.models import Membership
from registrar.notices import tasks
from registrar.notices.models import Notice, NoticePreference
from registrar.notices.states import MailState

pytestmark = pytest.mark.django_db


@pytest.fixture
def pass_time(time_machine):
    """Let time pass: `pass_time(minutes=2)`; it stands still otherwise."""
    time_machine.move_to(dt.datetime.now(dt.UTC), tick=False)
    return lambda **amount: time_machine.shift(dt.timedelta(**amount))


@pytest.fixture
def states(inside):
    def of(account):
        with inside(account):
            return list(Notice.objects.order_by("pk").values_list("mail", flat=True))

    return of


class BrokenBackend:
    """A mail server that is down."""

    def __init__(self, **_kwargs):
        pass

    def send_messages(self, _messages):
        raise smtplib.SMTPServerDisconnected("李晓彤")


@pytest.fixture
def mail_server(settings):
    """`mail_server(up=False)`: mails are not taken until it is up again."""

    def switch(*, up):
        working = "django.core.mail.backends.locmem.EmailBackend"
        settings.EMAIL_BACKEND = working if up else f"{__name__}.BrokenBackend"

    return switch


def test_mail_waits_for_others_and_goes_out_once(pass_time, acme, alice, tell, states):
    tell(acme, "one.com")
    tasks.sweep_notices()
    assert mail.outbox == []
    pass_time(seconds=121)
    tasks.sweep_notices()
    assert [m.to for m in mail.outbox] == [["alice@acme.example"]]
    assert states(acme) == [MailState.SENT]
    pass_time(days=2)
    tasks.sweep_notices()
    assert len(mail.outbox) == 1


def test_three_hundred_failures_are_one_mail_each(pass_time, acme, alice, bob, tell, states):
    for n in range(300):
        tell(acme, f"d{n}.com")
    pass_time(seconds=121)
    tasks.sweep_notices()
    assert sorted(m.to[0] for m in mail.outbox) == ["alice@acme.example", "bob@acme.example"]
    text = mail.outbox[0].body
    assert text.count("https://console.example/domains/d") == 40, "20, in either language"
    assert "And 280 more." in text
    assert "https://console.example/notices/" in text
    assert set(states(acme)) == {MailState.SENT}


def test_what_came_since_the_first_goes_with_it(pass_time, acme, alice, tell):
    tell(acme, "one.com")
    pass_time(seconds=110)
    tell(acme, "two.com")
    pass_time(seconds=15)
    tasks.sweep_notices()
    assert len(mail.outbox) == 1
    assert "two.com failed" in mail.outbox[0].body
    pass_time(minutes=5)
    tasks.sweep_notices()
    assert len(mail.outbox) == 1


def test_topics_and_accounts_are_told_apart(pass_time, acme, globex, alice, make_member, tell):
    make_member(globex, alice.email, "owner")
    tell(acme, "one.com")
    tell(acme, "one.com", kind="test.reminder")
    tell(globex, "other.com")
    pass_time(seconds=121)
    tasks.sweep_notices()
    assert len(mail.outbox) == 3
    assert [acme.name in m.body for m in mail.outbox].count(True) == 2
    assert not any("one.com" in m.body and "other.com" in m.body for m in mail.outbox)


def test_broker_that_is_down_costs_time_only(pass_time, acme, alice, tell, monkeypatch):
    tell(acme, "one.com")
    pass_time(seconds=121)

    def down(*_args, **_kwargs):
        raise ConnectionError

    with monkeypatch.context() as patched:
        patched.setattr(tasks.mail_notices, "apply_async", down)
        tasks.sweep_notices()
    assert mail.outbox == []
    tasks.sweep_notices()
    assert len(mail.outbox) == 1


def test_mail_server_that_is_down_is_tried_again_ever_more_slowly(
    pass_time, acme, alice, tell, mail_server, inside, states
):
    tell(acme, "one.com")
    pass_time(seconds=121)
    mail_server(up=False)
    pauses = []
    for _try in range(9):
        tasks.sweep_notices()
        with inside(acme):
            notice = Notice.objects.get()
        pauses.append((notice.due_at - notice.updated_at).total_seconds() / 60)
        pass_time(minutes=pauses[-1])
    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert notice.attempts == 9
    mail_server(up=True)
    tasks.sweep_notices()
    assert len(mail.outbox) == 1
    assert states(acme) == [MailState.SENT]


def test_mail_server_that_stays_down_is_given_up_after_a_day(
    pass_time, acme, alice, tell, mail_server, states
):
    tell(acme, "one.com")
    mail_server(up=False)
    pass_time(hours=1)
    tasks.sweep_notices()
    pass_time(hours=24)
    with structlog.testing.capture_logs() as said:
        tasks.sweep_notices()
    assert states(acme) == [MailState.GIVEN_UP]
    assert [line["event"] for line in said] == ["notices_not_mailed", "notice_mails_given_up"]
    assert said[1]["log_level"] == "error"
    assert "李晓彤" not in str(said)
    assert alice.email not in str(said)
    mail_server(up=True)
    pass_time(days=1)
    tasks.sweep_notices()
    assert mail.outbox == []


def test_first_try_is_made_however_late(pass_time, acme, alice, tell):
    tell(acme, "one.com")
    pass_time(days=3)
    tasks.sweep_notices()
    assert len(mail.outbox) == 1


@pytest.mark.django_db(transaction=True)
def test_mail_is_sent_outside_of_any_transaction(pass_time, acme, alice, tell, monkeypatch):
    inside_one = []

    def send(_parcel):
        inside_one.append(connection.in_atomic_block)

    monkeypatch.setattr(tasks, "send_notices", send)
    tell(acme, "one.com")
    pass_time(seconds=121)
    tasks.sweep_notices()
    assert inside_one == [False]


def test_worker_that_dies_after_sending_is_followed_when_its_lease_ends(
    pass_time, acme, alice, tell, monkeypatch, states
):
    """At least once: the second mail is the price of none being lost."""
    tell(acme, "one.com")
    pass_time(seconds=121)

    def die(**_arguments):
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(tasks, "note_mailed", die)
        with pytest.raises(SystemExit):
            tasks.mail_notices(acme.pk, alice.pk, "reviews")
    tasks.sweep_notices()
    tasks.mail_notices(acme.pk, alice.pk, "reviews")
    assert len(mail.outbox) == 1, "still leased: nobody else sends it"
    assert states(acme) == [MailState.WAITING]
    pass_time(minutes=10)
    tasks.sweep_notices()
    assert len(mail.outbox) == 2
    assert states(acme) == [MailState.SENT]


def test_what_comes_while_a_mail_is_out_waits(pass_time, acme, alice, tell, monkeypatch):
    tell(acme, "one.com")
    pass_time(seconds=121)
    send = tasks.send_notices

    def sending(parcel):
        send(parcel)
        monkeypatch.setattr(tasks, "send_notices", send)
        tell(acme, "two.com")
        tasks.mail_notices(acme.pk, alice.pk, "reviews")

    monkeypatch.setattr(tasks, "send_notices", sending)
    tasks.sweep_notices()
    assert len(mail.outbox) == 1
    pass_time(seconds=121)
    tasks.sweep_notices()
    assert len(mail.outbox) == 2
    assert "one.com" not in mail.outbox[1].body


def test_task_with_another_accounts_id_sends_nothing(pass_time, acme, globex, alice, gina, tell):
    tell(acme, "one.com")
    pass_time(seconds=121)
    tasks.mail_notices(globex.pk, alice.pk, "reviews")
    tasks.mail_notices(acme.pk, gina.pk, "reviews")
    assert mail.outbox == []


def leave(member):
    member.delete()


def may_less(member):
    member.role = "viewer"
    member.save()


def not_sign_in(member):
    member.user.is_active = False
    member.user.save()


def want_no_mail(member):
    NoticePreference.objects.create(
        account_id=member.account_id, user=member.user, topic="reviews", by_mail=False
    )


@pytest.mark.parametrize("happens", [leave, may_less, not_sign_in, want_no_mail])
def test_mail_that_nobody_may_or_wants_to_have_any_more_is_dropped(
    pass_time, acme, alice, bob, tell, inside, states, happens
):
    tell(acme, "one.com", kind="test.for_workers", to_user_ids=[bob.pk])
    with inside(acme):
        happens(Membership.objects.get(user=bob))
    pass_time(seconds=121)
    tasks.sweep_notices()
    assert mail.outbox == []
    assert states(acme) == [MailState.DROPPED]


def test_one_notice_speaks_both_languages_and_names_the_account(pass_time, acme, alice, tell):
    tell(acme, "one.com", url="/domains/one.com/")
    pass_time(seconds=121)
    tasks.sweep_notices()
    message = mail.outbox[0]
    assert message.subject == "one.com failed / one.com failed"
    assert f"正名账号 {acme.name} 中有以下消息：" in message.body
    assert f"In the account {acme.name} on Zhengming:" in message.body
    assert message.body.count("https://console.example/domains/one.com/") == 2
    assert message.body.count("https://console.example/settings/notices/") == 2
    assert "more." not in message.body
    assert "&" not in message.body


def test_subject_of_many_names_topic_and_number(pass_time, acme, alice, tell):
    tell(acme, "one.com")
    tell(acme, "two.com")
    pass_time(seconds=121)
    tasks.sweep_notices()
    assert mail.outbox[0].subject == "实名认证结果：2 条通知 / Verification results: 2 notices"


def test_params_can_not_add_a_header(pass_time, acme, alice, tell):
    tell(acme, "one.com", params={"domain": "one.com\nBcc: eve@x.example"})
    pass_time(seconds=121)
    tasks.sweep_notices()
    assert "\n" not in mail.outbox[0].subject
    assert mail.outbox[0].recipients() == ["alice@acme.example"]


def test_mail_only_notices_lead_to_no_list_that_does_not_hold_them(
    pass_time, acme, alice, tell, inside
):
    with inside(acme):
        NoticePreference.objects.create(account=acme, user=alice, topic="reviews", in_console=False)
    for n in range(21):
        tell(acme, f"d{n}.com")
    pass_time(seconds=121)
    tasks.sweep_notices()
    assert "And 1 more." in mail.outbox[0].body
    assert "https://console.example/notices/" not in mail.outbox[0].body


def test_mail_costs_the_same_however_much_it_tells(pass_time, acme, alice, tell, at_most_queries):
    for n in range(30):
        tell(acme, f"d{n}.com")
    pass_time(seconds=121)
    with at_most_queries(7):
        tasks.mail_notices(acme.pk, alice.pk, "reviews")
    assert len(mail.outbox) == 1
