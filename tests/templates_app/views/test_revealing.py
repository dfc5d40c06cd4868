"""A template's page leads to the code before its number is shown, and keeps the reason."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from registrar.oplog.models import LogEntry
from tests.templates_app.samples import NUMBER

pytestmark = pytest.mark.django_db

REASON = '客户来电 "核对"'
TYPED = 'value="客户来电 &quot;核对&quot;"'


@pytest.fixture
def page(acme, make_template):
    return f"/templates/{make_template(acme).public_id}/"


@pytest.fixture
def entries(acme, inside):
    def get():
        with inside(acme):
            return list(LogEntry.objects.filter(action="template.number_revealed"))

    return get


def ask(client, page, reason=REASON):
    return client.post(f"{page}number/", {"reason": reason})


def test_number_leads_to_the_code_and_back_with_the_reason(
    browse, alice, page, enter_code, entries
):
    client = browse(alice)
    answer = ask(client, page)
    assert answer.status_code == 302
    parts = urlsplit(answer["Location"])
    assert parts.path == "/identity/reveal_document_number/"
    assert parse_qs(parts.query) == {"next": [page]}, "the reason stays out of addresses"
    assert entries() == []
    enter_code(alice, "reveal_document_number")
    back = client.get(page).content.decode()
    assert TYPED in back
    assert '<details class="dialog" open>' in back
    assert NUMBER not in back
    assert ask(client, page).headers["Location"] == page
    assert NUMBER in client.get(page).content.decode()
    assert [entry.reason for entry in entries()] == [REASON]


def test_reason_comes_back_once_and_on_its_own_template_only(
    browse, alice, acme, make_template, page
):
    other = f"/templates/{make_template(acme).public_id}/"
    client = browse(alice)
    ask(client, page)
    assert TYPED not in client.get(other).content.decode()
    assert TYPED in client.get(page).content.decode()
    again = client.get(page).content.decode()
    assert TYPED not in again
    assert '<details class="dialog" open>' not in again


@pytest.mark.parametrize(
    ("who", "purpose", "minutes_ago"),
    [
        ("bob", "reveal_document_number", 0),
        ("alice", "set_locks", 0),
        ("alice", "reveal_document_number", 10),
    ],
)
def test_other_codes_lead_to_the_code_again(
    request, browse, alice, page, enter_code, entries, who, purpose, minutes_ago
):
    enter_code(request.getfixturevalue(who), purpose, minutes_ago=minutes_ago)
    answer = ask(browse(alice), page)
    assert answer["Location"].startswith("/identity/reveal_document_number/?next=")
    assert entries() == []


def test_loading_the_page_again_neither_shows_nor_logs_again(
    browse, alice, page, enter_code, entries
):
    enter_code(alice, "reveal_document_number")
    client = browse(alice)
    ask(client, page)
    assert NUMBER not in str(dict(client.session))
    shown = client.get(page)
    assert NUMBER in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    assert NUMBER not in client.get(page).content.decode()
    assert len(entries()) == 1


def test_number_waits_for_its_own_template_and_session(
    browse, alice, acme, make_template, page, enter_code
):
    enter_code(alice, "reveal_document_number")
    client, second = browse(alice), browse(alice)
    ask(client, page)
    other = f"/templates/{make_template(acme).public_id}/"
    assert NUMBER not in client.get(other).content.decode()
    assert NUMBER not in second.get(page).content.decode()
    assert NUMBER in client.get(page).content.decode()


def test_second_browser_of_the_same_person_is_asked_for_a_code(alice, page, enter_code, entries):
    enter_code(alice, "reveal_document_number")
    second = Client()
    second.force_login(alice, backend="django.contrib.auth.backends.ModelBackend")
    assert ask(second, page).headers["Location"].startswith("/identity/reveal_document_number/")
    assert entries() == []


def test_missing_reason_is_said_before_any_code(browse, alice, page):
    assert ask(browse(alice), page, reason=" ").status_code == 400


def test_viewer_is_refused_whatever_code_was_entered(browse, vera, page, enter_code, entries):
    enter_code(vera, "reveal_document_number")
    answer = ask(browse(vera), page)
    assert answer.status_code == 403
    assert NUMBER not in answer.content.decode()
    assert entries() == []
