"""The page of one request: both sides, the live part, and what can be done in each state."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from registrar.tenancy.context import acting_as
from tests import world
from tests.domains.queries import at_most
from verification.support.models import SupportMessage, SupportRequest
from verification.support.services.closing import close_request
from verification.support.services.conversing import answer_request

pytestmark = pytest.mark.django_db
NOTE = "geheime Notiz"


def page(row, part=""):
    return f"/support/{row.public_id}/{part}"


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_page_shows_conversation_state_and_what_was_attached(language, answered, alice, browser):
    client = browser(alice)
    client.cookies["language"] = language
    answer = client.get(page(answered))
    for text in ("请帮忙看看", "请上传完整的照片", "110***********002X", "shop.com"):
        assert text in answer.text
    assert ("已回复" if language == "zh-hans" else "Answered") in answer.text
    assert world.NUMBER not in answer.text


def test_staff_have_no_names_and_their_notes_are_not_shown(answered, alice, browser):
    client = browser(alice)
    for part in ("", "conversation/"):
        text = client.get(page(answered, part)).text
        assert NOTE not in text
        assert "Sue" not in text
    for address in ("/support/", "/logs/", "/"):
        assert NOTE not in client.get(address).text


def test_live_part_polls_until_support_has_answered(asked, sue, alice, browser):
    client = browser(alice)
    assert 'hx-trigger="every 5s"' in client.get(page(asked, "conversation/")).text
    with acting_as(sue):
        answer_request(actor=sue, request=asked, text="so")
    text = client.get(page(asked, "conversation/")).text
    assert "hx-trigger" not in text
    assert "so" in text
    assert "<form" not in text


def test_reply_makes_it_wait_for_support(answered, alice, browser, fresh, texts):
    answer = browser(alice).post(page(answered, "reply/"), {"text": "done"})
    assert answer.url == page(answered)
    assert fresh(answered).state == "open"
    assert texts(answered)[-1] == "done"


def test_reply_sent_twice_is_there_once(answered, alice, browser, texts):
    client = browser(alice)
    for _time in range(2):
        assert client.post(page(answered, "reply/"), {"text": "done"}).status_code == 302
    assert texts(answered).count("done") == 1


@pytest.mark.parametrize("part", ["reply/", "reopen/"])
def test_too_long_text_stays_in_the_form(part, asked, owner, alice, browser, texts):
    if part == "reopen/":
        with acting_as(owner):
            close_request(actor=owner, request=asked)
    answer = browser(alice).post(page(asked, part), {"text": "字" * 4001})
    assert answer.status_code == 400
    assert "字" * 4001 in answer.text
    assert texts(asked) == ["请帮忙看看"]


def test_reply_to_a_closed_one_is_refused_and_kept(asked, sue, alice, browser, fresh):
    with acting_as(sue):
        close_request(actor=sue, request=asked)
    answer = browser(alice).post(page(asked, "reply/"), {"text": "one more thing"})
    assert answer.status_code == 400
    assert "one more thing" in answer.text
    assert page(asked, "reopen/") in answer.text
    assert fresh(asked).state == "closed"


def test_member_closes_and_opens_again(asked, alice, browser, fresh):
    client = browser(alice)
    client.post(page(asked, "close/"))
    assert fresh(asked).state == "closed"
    assert page(asked, "reopen/") in client.get(page(asked)).text
    client.post(page(asked, "close/"))
    client.post(page(asked, "reopen/"), {"text": ""})
    assert fresh(asked).state == "open"


def test_request_closed_long_ago_leads_to_a_new_one(asked, owner, alice, browser):
    with acting_as(owner):
        close_request(actor=owner, request=asked)
        then = timezone.now() - dt.timedelta(days=31)
        SupportRequest.objects.filter(pk=asked.pk).update(closed_at=then)
    client = browser(alice)
    text = client.get(page(asked)).text
    assert page(asked, "reopen/") not in text
    assert 'href="/support/new/"' in text
    answer = client.post(page(asked, "reopen/"), {"text": "still broken"})
    assert answer.status_code == 400
    assert "still broken" in answer.text


def test_viewer_reads_and_can_do_nothing(answered, vera, browser, fresh):
    client = browser(vera)
    text = client.get(page(answered)).text
    assert "请上传完整的照片" in text
    assert page(answered, "reply/") not in text
    assert page(answered, "close/") not in text
    for part in ("reply/", "close/", "reopen/"):
        assert client.post(page(answered, part), {"text": "x"}).status_code == 403
    assert fresh(answered).state == "waiting_for_user"


@pytest.mark.parametrize("part", ["reply/", "close/", "reopen/"])
def test_addresses_of_forms_lead_back_when_opened(part, asked, alice, browser):
    assert browser(alice).get(page(asked, part)).url == page(asked)


@pytest.mark.parametrize("messages", [1, 30])
def test_page_takes_the_same_queries_for_short_and_long_conversations(
    messages, asked, acme, alice, browser, inside
):
    with inside(acme):
        SupportMessage.objects.bulk_create(
            SupportMessage(
                account=acme, request=asked, author_kind="user", author_label="x", text="x"
            )
            for _number in range(messages)
        )
    client = browser(alice)
    client.get(page(asked))
    with at_most(6):
        client.get(page(asked))


def test_page_opens_no_sealed_number(asked, alice, browser):
    client = browser(alice)
    with CaptureQueriesContext(connection) as captured:
        client.get(page(asked))
    assert not [q["sql"] for q in captured if '"document_number"' in q["sql"]]
