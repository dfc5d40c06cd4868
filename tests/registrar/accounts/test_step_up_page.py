import pytest

from registrar.accounts.models import StepUpChallenge

PAGE = "/identity/push/"


@pytest.fixture
def page(alice, signed_in, english, sender):
    return english(signed_in(alice))


def send(client, **more):
    return client.post(PAGE, {"action": "send", "next": "/settings/", **more})


def test_page_names_the_purpose_and_the_masked_phone(page):
    text = page.get(PAGE).content.decode()
    assert "push to another account" in text
    assert "+86138****8000" in text
    assert "13800138000" not in text


def test_sending_shows_the_wait_and_the_tries(page, sender):
    response = send(page)
    assert response.headers["Location"] == f"{PAGE}?next=%2Fsettings%2F"
    text = page.get(PAGE).content.decode()
    assert "5 tries left" in text
    assert "Another code can be sent in" in text
    assert send(page).status_code == 302
    assert len(sender.sent) == 1


def test_wrong_code_is_counted_although_the_answer_is_an_error(page, sender, inside, acme):
    send(page)
    wrong = f"{(int(sender.last_code()) + 1) % 10**6:06d}"
    response = page.post(PAGE, {"code": wrong, "next": "/settings/"}, follow=True)
    assert "Tries left: 4" in response.content.decode()
    with inside(acme):
        assert StepUpChallenge.objects.get().tries_left == 4


def test_right_code_leads_on(page, sender):
    send(page)
    response = page.post(PAGE, {"code": sender.last_code(), "next": "/settings/keys/"})
    assert response.headers["Location"] == "/settings/keys/"
    assert "You have confirmed this" in page.get(PAGE).content.decode()


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "javascript:1", ""])
def test_right_code_never_leads_to_another_site(page, sender, target):
    send(page, next=target, back=target)
    response = page.post(PAGE, {"code": sender.last_code(), "next": target, "back": target})
    assert response.headers["Location"] == "/"


def test_panel_on_another_page_goes_back_there(page, sender):
    assert send(page, back="/settings/keys/").headers["Location"] == "/settings/keys/"


def test_sender_that_fails_is_explained_and_may_be_asked_again(page, sender):
    sender.fails = True
    response = page.post(PAGE, {"action": "send"}, follow=True)
    assert "could not be sent to +86138****8000" in response.content.decode()
    assert "Send the code" in response.content.decode()


def test_unknown_purpose_is_not_found(page):
    assert page.get("/identity/nonsense/").status_code == 404


def test_part_for_live_update_holds_the_button_only(page):
    send(page)
    part = page.get(PAGE, headers={"HX-Request": "true"}).content.decode()
    assert "hx-trigger" in part
    assert "<html" not in part
    assert "code-input" not in part
