"""A new key is shown once, and the code page in between costs nothing that was typed."""

import datetime as dt
import re

import pytest
import time_machine
from django.utils import timezone

from registrar.accounts.models import ApiKey

PAGE = "/settings/keys/"
FORM = {"name": "script", "scopes": ["domains:read"], "lasts": "30"}
SENSITIVE = {"name": "夜间脚本", "scopes": ["domains:write", "sensitive"], "lasts": "90"}
HINT = "asks you for a code first"


@pytest.fixture
def pages(alice, signed_in, english):
    return english(signed_in(alice))


@pytest.fixture
def keys(inside, acme):
    def get():
        with inside(acme):
            return list(ApiKey.objects.all())

    return get


def text_of(client):
    return client.get(PAGE).content.decode()


def secret_in(text):
    found = re.search(r"zm_[0-9a-f]{12}_[\w-]{43}", text)
    return found and found[0]


def test_key_is_shown_once_by_the_page_after_the_form(pages, keys):
    made = pages.post(PAGE, FORM)
    assert (made.status_code, made.headers["Location"]) == (302, PAGE)
    shown = pages.get(PAGE)
    key = secret_in(shown.content.decode())
    assert key
    assert "The key “script” is ready" in shown.content.decode()
    assert "no-store" in shown.headers["Cache-Control"]
    assert key not in text_of(pages)
    assert len(keys()) == 1


def test_key_lies_sealed_in_the_session_until_then(pages, keys):
    pages.post(PAGE, FORM)
    kept = str(dict(pages.session))
    assert "shown_once" in kept
    assert keys()[0].prefix not in kept
    assert secret_in(kept) is None
    pages.get(PAGE)
    assert "shown_once" not in str(dict(pages.session))


def test_asking_for_the_head_takes_nothing(pages):
    pages.post(PAGE, FORM)
    pages.head(PAGE)
    assert secret_in(text_of(pages))


def test_other_sessions_and_later_pages_show_no_key(pages, alice, bob, signed_in):
    start = timezone.now()
    with time_machine.travel(start, tick=False):
        pages.post(PAGE, FORM)
        assert secret_in(text_of(signed_in(alice))) is None
        assert secret_in(text_of(signed_in(bob))) is None
    with time_machine.travel(start + dt.timedelta(minutes=6), tick=False):
        assert secret_in(text_of(pages)) is None


def test_sensitive_key_leads_to_the_code_page_and_back_to_the_form_as_typed(
    pages, alice, enter_code, keys
):
    assert HINT in text_of(pages)
    answer = pages.post(PAGE, SENSITIVE)
    assert answer.headers["Location"] == "/identity/sensitive_key/?next=%2Fsettings%2Fkeys%2F"
    assert keys() == []
    enter_code(alice, "sensitive_key")
    back = text_of(pages)
    assert 'value="夜间脚本"' in back
    assert len(re.findall(r"<input[^>]* checked", back)) == 2
    assert '<option value="90" selected>' in back
    assert HINT not in back
    pages.post(PAGE, SENSITIVE)
    assert secret_in(text_of(pages))
    assert [key.name for key in keys()] == ["夜间脚本"]


def test_what_was_typed_comes_back_once(pages):
    pages.post(PAGE, SENSITIVE)
    assert "夜间脚本" in text_of(pages)
    assert "夜间脚本" not in text_of(pages)


def test_never_as_the_end_comes_back_too(pages):
    pages.post(PAGE, SENSITIVE | {"lasts": ""})
    assert '<option value="" selected>' in text_of(pages)


def test_code_of_another_session_makes_no_sensitive_key(client, alice, enter_code, keys):
    enter_code(alice, "sensitive_key")
    client.force_login(alice, backend="django.contrib.auth.backends.ModelBackend")
    assert client.post(PAGE, SENSITIVE).headers["Location"].startswith("/identity/")
    assert keys() == []


def test_form_that_is_refused_comes_back_and_creates_nothing(pages, keys):
    refused = pages.post(PAGE, FORM | {"name": " " * 3})
    assert "field-error" in refused.content.decode()
    assert keys() == []
    assert secret_in(text_of(pages)) is None
