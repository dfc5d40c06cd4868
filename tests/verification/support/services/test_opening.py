"""Opening: by whom, about what, once."""

import pytest
from django.db import IntegrityError, transaction

from registrar.accounts.permissions import Role
from registrar.errors import InvalidInput, NotPermitted, TooMany
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from tests import world
from verification.support.about import About, find_about
from verification.support.models import SupportRequest
from verification.support.rules import MAX_OPEN, MAX_SUBJECT, MAX_TEXT
from verification.support.services.closing import close_request
from verification.support.services.opening import open_request

pytestmark = pytest.mark.django_db


def opened(actor, *, text="help", about=None, **more):
    with acting_as(actor):
        return open_request(actor=actor, about=about or About(), text=text, **more)


def refused(actor, **more):
    with pytest.raises(InvalidInput) as caught:
        opened(actor, **more)
    return {(error.field, error.code) for error in caught.value.errors}


def test_request_is_about_the_submission_and_its_domain(asked, failed, owner, fresh):
    row = fresh(asked)
    assert (row.submission_id, row.domain_id) == (failed.pk, failed.domain_id)
    assert row.state == "open"
    assert row.created_by_id == owner.user_id
    assert row.attached["submission"]["id"] == failed.public_id
    assert row.subject == "请帮忙看看"


def test_opening_is_logged_without_what_was_written(asked, failed, owner):
    with acting_as(owner):
        entry = LogEntry.objects.get(action="support.opened")
    assert entry.object_label == "shop.com"
    assert entry.after["verification"] == failed.public_id
    assert "请帮忙看看" not in str(entry.after)


def test_second_request_about_the_same_goes_into_the_open_one(asked, failed, owner, texts):
    with acting_as(owner):
        about = find_about(actor=owner, named={"domain": "shop.com"})
    again = opened(owner, about=about, text="还有一个问题")
    assert (again.new, again.request.pk) == (False, asked.pk)
    assert texts(asked) == ["请帮忙看看", "还有一个问题"]


def test_form_sent_twice_opens_one_and_says_it_once(failed, owner, ask, texts):
    first = ask(owner, submission=failed.public_id, text="x")
    second = ask(owner, submission=failed.public_id, text=" x\r\n")
    assert first.pk == second.pk
    assert texts(first) == ["x"]


def test_free_question_sent_twice_is_one(owner, texts):
    first = opened(owner, text="how long?").request
    assert opened(owner, text="how long?").new is False
    assert texts(first) == ["how long?"]
    assert opened(owner, text="something else").new is True


def test_same_question_of_a_colleague_is_another(owner, acme, bob, actor_of):
    opened(owner, text="how long?")
    assert opened(actor_of(acme, bob, Role.OPERATOR), text="how long?").new is True


def test_new_request_about_the_same_opens_once_the_old_one_is_closed(asked, failed, owner, ask):
    with acting_as(owner):
        close_request(actor=owner, request=asked)
    assert ask(owner, submission=failed.public_id).pk != asked.pk


def test_account_with_many_open_ones_is_asked_to_close_some(acme, owner, inside):
    with inside(acme):
        rows = [world.support_request_of(acme) for _number in range(MAX_OPEN)]
    with pytest.raises(TooMany) as caught:
        opened(owner)
    assert caught.value.code == "too_many_open"
    with acting_as(owner):
        close_request(actor=owner, request=rows[0])
    assert opened(owner).new is True


def test_limit_counts_one_account_only(globex, owner, inside):
    with inside(globex):
        for _number in range(MAX_OPEN):
            world.support_request_of(globex)
    assert opened(owner).new is True


@pytest.mark.parametrize("text", ["", "  \r\n ", "\x07"])
def test_text_is_asked_for(text, owner):
    assert refused(owner, text=text) == {("text", "required")}


def test_texts_that_are_too_long_are_refused(owner):
    assert refused(owner, text="字" * (MAX_TEXT + 1)) == {("text", "too_long")}
    assert refused(owner, subject="x" * (MAX_SUBJECT + 1)) == {("subject", "too_long")}
    assert refused(owner, about=About(message="x" * 2001)) == {("message", "too_long")}


def test_longest_text_is_taken_with_line_ends_counted_once(owner, texts):
    text = "字\r\n" * (MAX_TEXT // 2 - 1) + "字字"
    assert texts(opened(owner, text=text).request) == [text.replace("\r", "")]


def test_viewer_and_reading_key_may_not_open(acme, vera, actor_of, key_of):
    for actor in (actor_of(acme, vera, Role.VIEWER), key_of(acme, "support:read")):
        with pytest.raises(NotPermitted):
            opened(actor)


def test_staff_open_no_requests(sue):
    with pytest.raises(NotPermitted):
        opened(sue)


@pytest.mark.parametrize("named", [{"submission": 0}, {"domain": 0}, {"operation": 0}])
def test_objects_of_another_account_are_not_there(named, acme, alice, globex, gina, stranger):
    theirs = world.build(acme, alice, secret="acme")
    ids = {
        "submission": theirs.submission.public_id,
        "domain": theirs.domain.name,
        "operation": theirs.operation.public_id,
    }
    (name,) = named
    with acting_as(stranger), pytest.raises(InvalidInput) as caught:
        find_about(actor=stranger, named={name: ids[name]})
    assert [(e.field, e.code) for e in caught.value.errors] == [(name, "not_found")]


def test_only_one_object_can_be_named(owner, failed):
    named = {"submission": failed.public_id, "domain": "shop.com"}
    with acting_as(owner), pytest.raises(InvalidInput) as caught:
        find_about(actor=owner, named=named)
    assert {e.code for e in caught.value.errors} == {"exactly_one"}


def test_unknown_reason_is_refused(owner):
    with acting_as(owner), pytest.raises(InvalidInput):
        find_about(actor=owner, named={"reason": "no_such_reason"})


def test_key_sees_only_what_its_scopes_open(acme, failed, key_of):
    key = key_of(acme, "support:write")
    with acting_as(key), pytest.raises(NotPermitted):
        find_about(actor=key, named={"submission": failed.public_id})


def test_database_holds_one_open_request_per_submission(acme, failed, asked, inside):
    with inside(acme), pytest.raises(IntegrityError), transaction.atomic():
        world.support_request_of(acme, submission=failed)


def test_database_refuses_a_request_on_another_accounts_submission(
    acme, globex, gina, failed, inside
):
    refusal = pytest.raises(IntegrityError, match="same_account")
    with refusal, inside(globex):
        SupportRequest.objects.filter(pk=world.support_request_of(globex).pk).update(
            submission=failed.pk
        )
        with transaction.atomic():
            transaction.get_connection().cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_same_words_about_another_thing_are_another_request(failed, owner):
    with acting_as(owner):
        free = open_request(actor=owner, about=About(message="返回码 1"), text="what is this?")
        other = open_request(actor=owner, about=About(message="返回码 2"), text="what is this?")
        about = find_about(actor=owner, named={"submission": failed.public_id})
        named = open_request(actor=owner, about=about, text="what is this?")
    assert len({one.request.pk for one in (free, other, named)}) == 3
    assert named.request.submission_id == failed.pk
