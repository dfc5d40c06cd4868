"""Who is told, once, and what the database holds of it."""

from contextlib import suppress

import pytest
from django.db import IntegrityError, transaction

from registrar.notices.models import Notice, NoticePreference
from registrar.notices.services import notify
from registrar.notices.states import MailState
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import NobodyAsking, acting_as

pytestmark = pytest.mark.django_db


def told(account):
    """(e-mail, key) of every row of the account."""
    with acting_as(system_actor(account.pk)):
        return sorted(Notice.objects.values_list("user__email", "key"))


def test_every_member_is_told_once_and_no_other_account(acme, globex, alice, bob, gina, tell):
    assert tell(acme, "one.com") == 2
    assert told(acme) == [("alice@acme.example", "one.com"), ("bob@acme.example", "one.com")]
    assert told(globex) == []


def test_telling_again_adds_nothing_but_for_who_came_since(acme, alice, bob, make_member, tell):
    tell(acme, "one.com")
    assert tell(acme, "one.com") == 0
    make_member(acme, "nora@acme.example", "viewer")
    assert tell(acme, "one.com") == 1
    assert tell(acme, "one.com", key="another") == 3
    assert tell(acme, "one.com", kind="test.reminder") == 3


def test_member_without_the_permission_is_not_told(acme, alice, vera, tell):
    assert tell(acme, "one.com", kind="test.for_workers") == 1
    assert told(acme) == [("alice@acme.example", "one.com")]


def test_kind_without_permission_is_for_everybody(acme, alice, vera, tell):
    assert tell(acme, "one.com", kind="test.reminder") == 2


def test_only_the_named_are_told_and_only_if_they_are_members(acme, alice, bob, vera, gina, tell):
    assert tell(acme, "one.com", to_user_ids={bob.pk, gina.pk}) == 1
    assert told(acme) == [("bob@acme.example", "one.com")]
    assert tell(acme, "two.com", to_user_ids=[]) == 0


def test_member_who_may_not_sign_in_any_more_is_not_told(acme, alice, bob, tell):
    bob.is_active = False
    bob.save()
    assert tell(acme, "one.com") == 1


@pytest.mark.parametrize(
    ("in_console", "by_mail", "counted"), [(False, True, 1), (True, False, 1), (False, False, 0)]
)
def test_wish_is_kept_and_what_nobody_wants_is_not_told_later_either(
    acme, alice, tell, inside, in_console, by_mail, counted
):
    with inside(acme):
        wish = NoticePreference.objects.create(
            account=acme, user=alice, topic="reviews", in_console=in_console, by_mail=by_mail
        )
    assert tell(acme, "one.com") == counted
    with inside(acme):
        notice = Notice.objects.get()
        assert notice.in_console is in_console
        assert notice.mail == (MailState.WAITING if by_mail else MailState.NOT_WANTED)
        assert (notice.due_at is not None) is by_mail
        wish.delete()
    assert tell(acme, "one.com") == 0


def test_wish_counts_for_its_topic_and_account_only(acme, globex, alice, make_member, tell, inside):
    make_member(globex, alice.email, "owner")
    with inside(globex):
        NoticePreference.objects.create(
            account=globex, user=alice, topic="reviews", in_console=True, by_mail=False
        )
    tell(acme, "one.com")
    tell(globex, "one.com")
    tell(globex, "one.com", kind="test.reminder")
    with inside(acme):
        assert Notice.objects.get().mail == MailState.WAITING
    with inside(globex):
        states = dict(Notice.objects.values_list("topic", "mail"))
    assert states == {"reviews": MailState.NOT_WANTED, "safe_days": MailState.WAITING}


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "nobody.knows"},
        {"params": {}},
        {"url": "https://elsewhere.example/"},
        {"url": "//elsewhere.example/"},
        {"url": ""},
    ],
)
def test_what_can_not_be_told_is_refused_at_once(acme, alice, tell, wrong):
    with pytest.raises(ValueError):
        tell(acme, "one.com", **wrong)
    assert told(acme) == []


def test_staff_tell_the_account_that_they_name(acme, globex, alice, gina, as_staff):
    with as_staff():
        added = notify(
            account_id=acme.pk, kind="test.reminder", params={"days": 1}, url="/", key="k"
        )
    assert added == 1
    assert told(globex) == []


def test_outside_the_fence_nobody_is_told(acme, alice):
    with pytest.raises(NobodyAsking):
        notify(account_id=acme.pk, kind="test.reminder", params={"days": 1}, url="/", key="k")


def test_what_is_undone_was_never_told(acme, alice, inside):
    with suppress(KeyError), inside(acme):
        notify(account_id=acme.pk, kind="test.reminder", params={"days": 1}, url="/", key="k")
        raise KeyError
    assert told(acme) == []


def test_many_members_cost_as_much_as_one(acme, make_member, tell, at_most_queries):
    for n in range(30):
        make_member(acme, f"u{n}@acme.example", "viewer")
    with at_most_queries(4):
        assert tell(acme, "one.com") == 30


def test_row_is_due_exactly_while_its_mail_waits(acme, alice, tell, inside):
    tell(acme, "one.com")
    with inside(acme), pytest.raises(IntegrityError), transaction.atomic():
        Notice.objects.update(due_at=None)
