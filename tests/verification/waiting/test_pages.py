"""The failure's page: one click where nothing has to be corrected, and the day to wait for."""

import pytest
from django.test import Client
from django.urls import reverse

from registrar.tenancy.context import acting_as
from tests.browsers import sign_in
from verification.models import Material, Submission

from .conftest import BLURRED, ELECTRONIC, SAFE_DAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser():
    def signed_in(user, language="en"):
        client = Client()
        sign_in(client, user)
        client.cookies["language"] = language
        return client

    return signed_in


def page(submission, name="detail"):
    return reverse(f"verification:{name}", args=[submission.public_id])


def said(response):
    return [str(message) for message in response.context["messages"]]


def newest(owner):
    with acting_as(owner):
        return Submission.objects.order_by("-pk").first()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("First safe day", SAFE_DAY, "the day of issue is not known")),
        ("zh-hans", ("建议重新提交日", SAFE_DAY, "颁发日期未知")),
    ],
)
def test_template_that_waits_shows_the_day_and_what_it_was_counted_from(
    language, words, waiting, alice, browser
):
    text = browser(alice, language).get(page(waiting)).text
    for word in words:
        assert word in text
    assert f'action="{page(waiting, "remind")}"' in text


def test_issue_date_moves_the_day(waiting, alice, browser):
    client = browser(alice)
    answer = client.post(page(waiting, "remind"), {"issued_on": "2026-02-25"}, follow=True)
    assert said(answer) == ["First safe day: 2026-03-10."]
    assert "2026-03-10" in answer.text
    assert 'value="2026-02-25"' in answer.text


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("2026-03-03", "The issue date lies in the future."),
        ("2024-01-01", "more than a year ago"),
        ("31.12.2025", "Enter the date as"),
    ],
)
def test_wrong_date_is_said_and_changes_nothing(typed, words, waiting, alice, browser):
    answer = browser(alice).post(page(waiting, "remind"), {"issued_on": typed}, follow=True)
    assert words in said(answer)[0]
    assert SAFE_DAY in answer.text


def test_cancelled_reminder_leaves_the_day(waiting, alice, browser):
    answer = browser(alice).post(page(waiting, "cancel_reminder"), follow=True)
    assert said(answer) == ["The reminder is cancelled."]
    assert SAFE_DAY in answer.text
    assert page(waiting, "cancel_reminder") not in answer.text


def test_one_click_hands_a_timed_out_template_in_again(timed_out, alice, browser, owner):
    client = browser(alice)
    assert f'action="{page(timed_out, "resubmit")}"' in client.get(page(timed_out)).text
    answer = client.post(page(timed_out, "resubmit"))
    again = newest(owner)
    assert again.pk != timed_out.pk
    assert answer.url == page(again)


def test_second_click_leads_to_what_the_first_one_made(timed_out, alice, browser, owner):
    client = browser(alice)
    client.post(page(timed_out, "resubmit"))
    answer = client.post(page(timed_out, "resubmit"), follow=True)
    assert answer.redirect_chain[-1][0] == page(newest(owner))
    assert "Another submission went out since." in said(answer)
    with acting_as(owner):
        assert Submission.objects.count() == 2


def test_before_the_safe_day_the_button_is_disabled_and_says_until_when(waiting, alice, browser):
    client = browser(alice)
    text = client.get(page(waiting)).text
    assert 'aria-disabled="true"' in text
    assert f"Open from {SAFE_DAY}." in text
    answer = client.post(page(waiting, "resubmit"), follow=True)
    assert answer.redirect_chain[-1][0] == page(waiting)
    assert "not surely caught up" in said(answer)[0]


def test_who_insists_confirms_and_is_let_through(waiting, alice, browser, owner):
    client = browser(alice)
    assert 'name="anyway" value="1"' in client.get(page(waiting)).text
    client.post(page(waiting, "resubmit"), {"anyway": "1"})
    assert newest(owner).state == "submitted"


def test_failure_that_must_be_corrected_offers_no_click(clock, submitted, fail, alice, browser):
    failed = fail(submitted, BLURRED)
    text = browser(alice).get(page(failed)).text
    assert page(failed, "resubmit") not in text
    assert 'id="waiting-title"' not in text


def test_vague_failure_asks_whether_the_document_is_new(clock, submitted, fail, alice, browser):
    failed = fail(submitted, ELECTRONIC)
    client = browser(alice)
    text = client.get(page(failed)).text
    assert "Is the document new?" in text
    assert page(failed, "resubmit") not in text
    client.post(page(failed, "remind"), {"issued_on": "2026-02-25"})
    assert page(failed, "resubmit") in client.get(page(failed)).text


def test_erased_picture_shows_why_the_click_is_closed(timed_out, alice, browser, owner):
    with acting_as(owner):
        Material.objects.update(state="erased")
    assert "A picture has been erased." in browser(alice).get(page(timed_out)).text


def test_answered_failure_waits_no_more(waiting, alice, browser):
    client = browser(alice)
    client.post(page(waiting, "resubmit"), {"anyway": "1"})
    assert 'id="waiting-title"' not in client.get(page(waiting)).text


def test_viewer_sees_the_day_but_no_form(waiting, vera, browser):
    client = browser(vera)
    text = client.get(page(waiting)).text
    assert SAFE_DAY in text
    for name in ("remind", "cancel_reminder", "resubmit"):
        assert page(waiting, name) not in text
        assert client.post(page(waiting, name)).status_code == 403


@pytest.mark.parametrize("name", ["remind", "cancel_reminder", "resubmit"])
def test_stranger_gets_404_and_a_reload_leads_back(name, waiting, gina, alice, browser):
    assert browser(gina).post(page(waiting, name)).status_code == 404
    assert browser(alice).get(page(waiting, name)).url == page(waiting)
