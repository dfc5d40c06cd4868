"""The bell, the list, and opening what one was told."""

import re

import pytest
from django.test import Client

from registrar.notices.models import Notice
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def pages(alice, signed_in, english):
    return english(signed_in(alice))


def own(account, user):
    with acting_as(system_actor(account.pk)):
        return list(Notice.objects.filter(account=account, user=user).order_by("pk"))


def bell_of(client):
    return client.get("/notices/bell/", headers=HTMX).content.decode()


def test_bell_shows_the_number_on_every_page(pages, acme, bob, tell):
    assert "bell-count" not in pages.get("/").content.decode()
    tell(acme, "one.com")
    tell(acme, "two.com")
    for page in ("/", "/settings/", "/domains/", "/identity/change_registrant/?next=/"):
        assert "Notices, 2 unread" in pages.get(page).content.decode(), page
    assert "Notices, 2 unread" in bell_of(pages)


def test_bell_counts_no_further_than_two_digits(pages, acme, tell):
    for n in range(100):
        tell(acme, f"d{n}.com")
    assert "Notices, 99+ unread" in bell_of(pages)


def test_bell_counts_its_own_account_only(acme, globex, alice, gina, signed_in, tell):
    tell(acme, "one.com")
    assert "bell-count" not in bell_of(signed_in(gina))


def test_bell_of_a_page_that_outlived_its_session_just_ends(db):
    answer = Client().get("/notices/bell/", headers=HTMX)
    assert answer.status_code == 286
    assert "HX-Redirect" not in answer.headers
    assert answer.content == b""


def test_bell_opened_as_a_page_is_the_list(pages):
    assert pages.get("/notices/bell/").headers["Location"] == "/notices/"


def test_bell_is_silent_for_a_person_without_an_account(rex, signed_in):
    assert signed_in(rex).get("/settings/").status_code == 200
    assert bell_of(signed_in(rex)) == ""


def test_bell_costs_one_query(pages, acme, tell, at_most_queries):
    for n in range(30):
        tell(acme, f"d{n}.com")
    pages.get("/notices/bell/", headers=HTMX)
    # Session, user, memberships; and the count.
    with at_most_queries(4):
        bell_of(pages)


def test_list_shows_newest_first_and_marks_what_is_unread(pages, acme, alice, tell):
    tell(acme, "one.com")
    tell(acme, "two.com")
    first = own(acme, alice)[0]
    pages.post(f"/notices/{first.public_id}/open/")
    text = pages.get("/notices/").content.decode()
    assert text.index("two.com failed") < text.index("one.com failed")
    assert text.count("notice-unread") == 1
    unread = pages.get("/notices/?show=unread").content.decode()
    assert "two.com failed" in unread
    assert "one.com failed" not in unread


def test_list_speaks_the_readers_language_and_escapes(alice, signed_in, acme, tell):
    tell(acme, "one.com", params={"domain": "<b>one.com</b>"})
    text = signed_in(alice).get("/notices/").content.decode()
    assert "全部标为已读" in text
    assert "&lt;b&gt;one.com" in text
    assert "<b>" not in text


def test_list_without_anything_says_what_to_do(pages, acme, tell):
    assert "No notices yet" in pages.get("/notices/").content.decode()
    assert "/settings/notices/" in pages.get("/notices/").content.decode()
    assert "Nothing unread" in pages.get("/notices/?show=unread").content.decode()


def test_list_hides_what_the_member_may_not_know_any_more(acme, bob, signed_in, tell, inside):
    tell(acme, "one.com", kind="test.for_workers")
    tell(acme, "two.com")
    with inside(acme):
        bob.memberships.update(role="viewer")
    client = signed_in(bob)
    text = client.get("/notices/").content.decode()
    assert "two.com" in text
    assert "one.com" not in text
    hidden, shown = own(acme, bob)
    assert client.post(f"/notices/{hidden.public_id}/open/").status_code == 404
    assert client.post(f"/notices/{shown.public_id}/open/").status_code == 302


def test_list_survives_a_kind_that_is_gone(pages, acme, alice, inside):
    with inside(acme):
        Notice.objects.create(
            account=acme, user=alice, kind="gone", topic="plans", url="/", key="k"
        )
    assert "Something has changed in this account." in pages.get("/notices/").content.decode()


@pytest.mark.parametrize("count", [1, 30])
def test_list_costs_the_same_whatever_its_length(pages, acme, tell, at_most_queries, count):
    for n in range(count):
        tell(acme, f"d{n}.com")
    pages.get("/notices/")
    with at_most_queries(6):
        assert pages.get("/notices/").status_code == 200


def test_list_goes_on_by_key_and_keeps_the_filter(pages, acme, tell):
    for n in range(51):
        tell(acme, f"d{n}.com")
    text = pages.get("/notices/?show=unread").content.decode()
    following = re.search(r'href="(/notices/\?show=unread&amp;cursor=[^"]+)"', text)[1]
    rest = pages.get(following.replace("&amp;", "&")).content.decode()
    assert "d0.com failed" in rest
    assert "d1.com failed" not in rest
    assert "Mark all read" not in rest, "who has not seen the newest has not seen all"


def test_opening_leads_on_and_is_read_from_then(pages, acme, alice, tell, inside):
    tell(acme, "one.com")
    notice = own(acme, alice)[0]
    answer = pages.post(f"/notices/{notice.public_id}/open/")
    assert answer.headers["Location"] == "/domains/one.com/"
    read = own(acme, alice)[0].read_at
    assert read is not None
    pages.post(f"/notices/{notice.public_id}/open/")
    assert own(acme, alice)[0].read_at == read, "the first time counts"
    assert "bell-count" not in bell_of(pages)


def test_nothing_is_read_by_looking(pages, acme, alice, tell):
    tell(acme, "one.com")
    notice = own(acme, alice)[0]
    answer = pages.get(f"/notices/{notice.public_id}/open/")
    assert answer.headers["Location"] == "/notices/"
    assert pages.get("/notices/read/").headers["Location"] == "/notices/"
    pages.get("/notices/")
    assert own(acme, alice)[0].read_at is None


def test_another_members_notice_is_not_found(pages, acme, bob, tell):
    tell(acme, "one.com", to_user_ids=[bob.pk])
    notice = own(acme, bob)[0]
    assert pages.post(f"/notices/{notice.public_id}/open/").status_code == 404
    assert pages.post("/notices/read/", {"up_to": notice.public_id}).status_code == 404
    assert "one.com" not in pages.get("/notices/").content.decode()
    assert own(acme, bob)[0].read_at is None


def test_all_are_read_up_to_the_newest_that_was_shown(pages, acme, alice, bob, tell):
    tell(acme, "one.com")
    tell(acme, "two.com")
    text = pages.get("/notices/").content.decode()
    up_to = re.search(r'name="up_to" value="(note_\w+)"', text)[1]
    tell(acme, "three.com")
    assert pages.post("/notices/read/", {"up_to": up_to}).headers["Location"] == "/notices/"
    assert [n.read_at is not None for n in own(acme, alice)] == [True, True, False]
    assert not any(n.read_at for n in own(acme, bob))


@pytest.mark.parametrize("up_to", ["", "note_nothing", "tpl_01h455vb4pex5vsknk084sn02q"])
def test_all_read_up_to_nothing_is_not_found(pages, acme, tell, up_to):
    tell(acme, "one.com")
    assert pages.post("/notices/read/", {"up_to": up_to}).status_code == 404


def test_notice_of_the_other_account_is_not_found(
    acme, globex, alice, gina, make_member, signed_in, tell
):
    make_member(globex, alice.email, "owner")
    tell(globex, "other.com", to_user_ids=[alice.pk])
    notice = own(globex, alice)[0]
    client = signed_in(alice)
    session = client.session
    session["account"] = acme.pk
    session.save()
    assert client.post(f"/notices/{notice.public_id}/open/").status_code == 404
    assert own(globex, alice)[0].read_at is None
