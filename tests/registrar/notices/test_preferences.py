"""Where a member wants to be told: theirs alone, in this account, and in the log."""

import pytest

from registrar.errors import InvalidInput, NotPermitted
from registrar.notices.models import Notice, NoticePreference
from registrar.notices.recipients import Wish
from registrar.notices.services import change_preferences
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as

pytestmark = pytest.mark.django_db
TOPICS = ("reviews", "safe_days", "plans", "support", "automation")
EVERYTHING = {topic: ["console", "mail"] for topic in TOPICS}


@pytest.fixture
def pages(alice, signed_in, english):
    return english(signed_in(alice))


@pytest.fixture
def kept(inside):
    def of(account):
        with inside(account):
            rows = NoticePreference.objects.values_list("topic", "in_console", "by_mail")
            return sorted(rows)

    return of


def test_page_shows_everything_ticked_at_first(pages):
    text = pages.get("/settings/notices/").content.decode()
    assert text.count(" checked") == 10
    assert 'aria-current="page">Notices' in text
    assert "alice@acme.example" in text


def test_choice_is_kept_where_it_differs_and_shown(pages, acme, kept):
    answer = pages.post("/settings/notices/", EVERYTHING | {"plans": ["mail"], "support": []})
    assert answer.headers["Location"] == "/settings/notices/"
    assert kept(acme) == [("plans", False, True), ("support", False, False)]
    assert pages.get("/settings/notices/").content.decode().count(" checked") == 7


def test_choice_that_is_taken_back_leaves_no_row(pages, acme, kept):
    pages.post("/settings/notices/", EVERYTHING | {"plans": []})
    pages.post("/settings/notices/", EVERYTHING)
    assert kept(acme) == []


def test_choice_is_the_members_own(pages, acme, alice, bob, tell, inside):
    pages.post("/settings/notices/", EVERYTHING | {"reviews": []})
    assert tell(acme, "one.com") == 1
    with inside(acme):
        assert Notice.objects.get(in_console=True).user == bob


def test_choice_is_logged_with_what_changed(pages, acme, alice, inside):
    pages.post("/settings/notices/", EVERYTHING | {"plans": ["mail"]})
    pages.post("/settings/notices/", EVERYTHING | {"plans": ["mail"]})
    with inside(acme):
        entry = LogEntry.objects.get(action="notice.preferences_changed")
    assert entry.before == {"plans": ["console", "mail"]}
    assert entry.after == {"plans": ["mail"]}
    assert (entry.object_type, entry.object_label) == ("notice", "Alice")
    page = pages.get(f"/logs/{entry.public_id}/").content.decode()
    assert "Notice settings changed" in page
    assert "Plans for many domains" in page
    assert "Console" in page


def test_topics_that_are_not_named_stay(owner, acme, kept):
    with acting_as(owner):
        change_preferences(actor=owner, wishes={"plans": Wish(by_mail=False)})
        change_preferences(actor=owner, wishes={"support": Wish(in_console=False)})
        assert not change_preferences(actor=owner, wishes={"plans": Wish(by_mail=False)})
    assert kept(acme) == [("plans", True, False), ("support", False, True)]


def test_unknown_topic_is_refused(owner, acme, kept):
    with acting_as(owner), pytest.raises(InvalidInput):
        change_preferences(actor=owner, wishes={"weather": Wish(by_mail=False)})
    assert kept(acme) == []


def test_key_has_no_wishes(acme, key_of):
    key = key_of(acme, "domains:read")
    with acting_as(key), pytest.raises(NotPermitted):
        change_preferences(actor=key, wishes={"plans": Wish(by_mail=False)})
