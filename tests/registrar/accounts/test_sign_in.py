import re

import pytest
from django.core import mail
from django.template.loader import render_to_string
from django.test import Client

from tests.conftest import PASSWORD

LOGIN = "/login/"


def sign_in(client, email, password=PASSWORD, **more):
    return client.post(LOGIN, {"username": email, "password": password, **more})


def test_sign_in_with_any_case_leads_to_the_next_page(client, alice):
    response = sign_in(client, "Alice@ACME.example", next="/settings/members/")
    assert response.headers["Location"] == "/settings/members/"
    assert client.get("/settings/members/").status_code == 200


def test_sign_in_never_leads_to_another_site(client, alice):
    response = sign_in(client, "alice@acme.example", next="https://evil.example/")
    assert response.headers["Location"] == "/"


def test_sign_in_with_a_wrong_password_says_so_and_not_which(client, alice):
    known = sign_in(client, "alice@acme.example", "wrong").content.decode()
    unknown = sign_in(client, "nobody@acme.example", "wrong").content.decode()
    assert "邮箱或密码不正确" in known
    assert "邮箱或密码不正确" in unknown


def test_sign_in_after_ten_wrong_passwords_rests_in_plain_words(client, alice):
    for number in range(10):
        sign_in(client, ["alice@acme.example", "ALICE@acme.example"][number % 2], "wrong")
    response = sign_in(client, "alice@acme.example")
    assert response.status_code == 429
    assert "15 分钟" in response.content.decode()
    assert sign_in(Client(REMOTE_ADDR="198.51.100.7"), "alice@acme.example").status_code == 302


def test_sign_in_with_a_nul_byte_is_a_bad_request(client, alice):
    assert sign_in(client, "alice\0@acme.example").status_code == 400


def test_sign_out_takes_a_post(client, alice):
    client.force_login(alice, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/logout/").status_code == 405
    assert client.post("/logout/").status_code == 302
    assert client.get("/settings/").headers["Location"] == "/login/?next=/settings/"


@pytest.mark.parametrize("demo", [True, False])
def test_demo_sign_in_is_offered_in_the_demo_only(demo):
    logins = [{"email": "a@x.example", "password": "p", "name": "Alice", "role": "owner"}]
    page = render_to_string("accounts/login.html", {"demo": demo, "demo_logins": logins})
    assert ("a@x.example" in page) is demo


def test_password_reset_by_mail_in_both_languages_ends_the_lockout(client, alice):
    for _ in range(10):
        sign_in(client, "alice@acme.example", "wrong")
    assert client.post("/password-reset/", {"email": "alice@acme.example"}).status_code == 302
    text = mail.outbox[0].body
    assert "设置新密码" in mail.outbox[0].subject
    assert "Open this link within one hour" in text
    address = re.search(r"http://testserver(/\S+)", text)[1]
    page = client.get(address, follow=True)
    form = {"new_password1": "correct horse 1", "new_password2": "correct horse 1"}
    assert client.post(page.request["PATH_INFO"], form).status_code == 302
    assert sign_in(client, "alice@acme.example", "correct horse 1").status_code == 302
    assert client.get(address, follow=True).context["validlink"] is False


def test_password_reset_for_nobody_looks_the_same_and_sends_nothing(client, db):
    response = client.post("/password-reset/", {"email": "nobody@x.example"})
    assert response.headers["Location"] == "/password-reset/sent/"
    assert mail.outbox == []
