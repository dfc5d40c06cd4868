"""Asking for more on the decision page: nothing typed is lost, and the next case opens."""

import re

import pytest

from registrar.accounts.models import User
from tests.conftest import PASSWORD
from verification.models import MoreRequest
from verification.selectors import materials_of


@pytest.fixture
def claimed(acme, rita, submit, browser, page):
    submission = submit(acme, "a.com")
    browser(rita).post(page("claim", submission))
    return submission


@pytest.fixture
def sent(as_staff, claimed):
    with as_staff():
        return materials_of(claimed)[0]


@pytest.fixture
def typed(sent):
    return {
        "what_1": "retake",
        "about_1": sent.public_id,
        "detail_1": "左下角看不清",
        "what_3": "explanation",
        "detail_3": "为什么改名？",
        "note_to_user": "麻烦您了",
        "note_to_staff": "second time",
    }


@pytest.fixture
def english(browser, rita):
    client = browser(rita)
    client.cookies["language"] = "en"
    return client


def test_page_offers_the_form_to_who_has_claimed_it(claimed, english, page, browser, rex):
    offered = english.get(page("decide", claimed)).text
    assert 'data-review-key="m"' in offered
    assert page("ask-more", claimed) in offered
    assert offered.count('name="what_') == 10
    assert page("ask-more", claimed) not in browser(rex).get(page("decide", claimed)).text


def test_asked_points_reach_the_customer_and_the_next_case_opens(
    acme, claimed, english, page, typed, submit, as_staff, fresh
):
    following = submit(acme, "b.com")
    answer = english.post(page("ask-more", claimed), typed)
    assert answer.url == page("decide", following)
    assert fresh(claimed).state == "more_wanted"
    with as_staff():
        request = MoreRequest.objects.get()
        assert [item.what for item in request.items.all()] == ["retake", "explanation"]
    assert request.note_to_user == "麻烦您了"


def test_what_was_typed_comes_back_when_a_colleague_took_the_case(
    claimed, english, page, typed, browser, rita, fresh
):
    rob = User.objects.create_user("rob@registrar.example", PASSWORD, name="Rob", is_staff=True)
    rob.groups.set(rita.groups.all())
    browser(rob).post(page("take-over", claimed))
    answer = english.post(page("ask-more", claimed), typed)
    assert answer.status_code == 409
    assert "Not sent: this is what you typed" in answer.text
    for kept in ("左下角看不清", "为什么改名？", "麻烦您了", "second time"):
        assert kept in answer.text
    assert fresh(claimed).state == "in_review"


def test_second_click_leads_to_what_the_first_one_did(claimed, english, page, typed, as_staff):
    english.post(page("ask-more", claimed), typed)
    answer = english.post(page("ask-more", claimed), typed)
    assert (answer.status_code, answer.url) == (302, page("decide", claimed))
    with as_staff():
        assert MoreRequest.objects.count() == 1


def test_preview_shows_what_the_user_reads_and_asks_nothing(claimed, english, page, typed, fresh):
    shown = english.post(page("ask-more", claimed), typed | {"preview": "1"})
    assert shown.status_code == 200
    preview = shown.text[shown.text.index('id="ask-preview"') :]
    preview = preview[: preview.index("</section>")]
    for said in ("The picture again, sharper", "左下角看不清", "为什么改名？", "麻烦您了"):
        assert said in preview
    assert "second time" not in preview
    assert fresh(claimed).state == "in_review"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"about_1": ""}, "Choose the picture that it is about."),
        ({"what_3": ""}, "Choose what to ask for."),
        ({"detail_3": "字" * 301}, "At most 300 characters."),
        ({"note_to_staff": "字" * 1001}, "At most 1000 characters."),
    ],
)
def test_what_is_wrong_is_said_beside_it_and_everything_stays(
    claimed, english, page, typed, fresh, change, said
):
    answer = english.post(page("ask-more", claimed), typed | change)
    assert answer.status_code == 400
    assert said in answer.text
    assert "左下角看不清" in answer.text
    assert "麻烦您了</textarea>" in answer.text
    assert re.search(r'<details [^>]*id="ask-more"[^>]* open>', answer.text)
    assert fresh(claimed).state == "in_review"


def test_nothing_chosen_is_refused(claimed, english, page, fresh):
    answer = english.post(page("ask-more", claimed), {})
    assert answer.status_code == 400
    assert "Choose at least one point to ask for." in answer.text
    assert fresh(claimed).state == "in_review"


def test_colleagues_claim_is_not_asked_about(claimed, browser, rex, page, typed, fresh):
    answer = browser(rex).post(page("ask-more", claimed), typed)
    assert answer.status_code == 409
    assert "麻烦您了" in answer.text
    assert fresh(claimed).state == "in_review"


def test_staff_without_the_right_may_not_ask(claimed, browser, stan, page, typed):
    assert browser(stan).post(page("ask-more", claimed), typed).status_code == 403


def test_case_shows_what_was_asked(claimed, english, page, typed):
    english.post(page("ask-more", claimed), typed)
    shown = english.get(page("decide", claimed)).text
    for said in ("Asked of the user", "not answered yet", "为什么改名？"):
        assert said in shown
