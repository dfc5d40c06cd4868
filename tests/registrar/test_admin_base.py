"""Staff lists show rows; they answer no questions about columns that they don't show."""

import datetime as dt
from types import SimpleNamespace

import pytest
from django.contrib import admin
from django.test import Client

from registrar.accounts.models import User
from registrar.admin_base import ReadOnlyAdmin, as_lines, shown
from verification.models import Submission

USERS = "/admin/accounts/user/"
# The review queue is a page of its own, with tests of its own.
LISTS = [
    a
    for a in admin.site._registry.values()
    if isinstance(a, ReadOnlyAdmin) and a.model is not Submission
]


@pytest.fixture
def as_rex(rex):
    client = Client()
    client.force_login(rex, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize(
    "question",
    [
        *("password__startswith=md5", "password__contains=a", "last_login__year=2026"),
        *("email__regex=(((", "is_staff__regex=(", "groups__name__startswith=r"),
        "memberships__account__name=x",
    ],
)
def test_list_refuses_a_question_that_no_filter_asks(as_rex, alice, question):
    assert as_rex.get(f"{USERS}?{question}").status_code == 400


def test_list_answers_its_filters(as_rex, alice, rex):
    page = as_rex.get(f"{USERS}?is_staff__exact=1")
    assert page.status_code == 200
    assert rex.email in page.content.decode()
    assert alice.email not in page.content.decode()


@pytest.mark.parametrize("page", LISTS, ids=lambda page: page.model._meta.label)
def test_every_filter_that_a_list_offers_works(page, as_rex, alice):
    address = f"/admin/{page.model._meta.app_label}/{page.model._meta.model_name}/"
    answer = as_rex.get(address)
    assert answer.status_code == 200
    for spec in answer.context["cl"].filter_specs:
        for choice in spec.choices(answer.context["cl"]):
            assert as_rex.get(address + choice["query_string"]).status_code == 200, spec


def test_no_list_shows_or_searches_a_password():
    page = admin.site._registry[User]
    assert "password" not in {*page.fields, *page.list_display, *page.search_fields}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "-"),
        ("", "-"),
        ([], "-"),
        (["a", "b"], "a, b"),
        (dt.datetime(2026, 7, 1, 23, 30, tzinfo=dt.UTC), "2026-07-02 07:30"),
    ],
)
def test_column_shows_values_as_people_write_them(value, text):
    assert shown("x", "X")(None, SimpleNamespace(x=value)) == text


def test_column_puts_codes_into_words():
    column = shown("kind", "Kind", say={"SFZ": "identity card"}.get)
    assert column(None, SimpleNamespace(kind="SFZ")) == "identity card"


def test_json_is_shown_a_line_a_name():
    assert as_lines({"city": "北京", "lines": 2}) == "city: 北京\nlines: 2"
