"""The form: what goes with it is seen before it is sent, and nothing typed is lost."""

import pytest

from domains.models import Operation
from registrar.oplog.models import LogEntry
from tests import world
from tests.verification.support.conftest import NAME_MESSAGE, UNKNOWN
from verification.failures import failure_of
from verification.support.models import SupportRequest
from verification.support.rules import MAX_OPEN

pytestmark = pytest.mark.django_db
NEW = "/support/new/"


def sent(client, query="", **data):
    return client.post(NEW + query, {"text": "请帮忙看看", **data})


def count(inside, account):
    with inside(account):
        return SupportRequest.objects.count()


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_form_shows_everything_that_is_attached(language, acme, failed, bob, browser, inside):
    client = browser(bob)
    client.cookies["language"] = language
    answer = client.get(f"{NEW}?submission={failed.public_id}")
    assert answer.status_code == 200
    with inside(acme):
        reason = failure_of(failed, language)["reasons"][0]
    expected = [NAME_MESSAGE, UNKNOWN, reason["title"], reason["causes"][0]["title"]]
    expected += [failed.number_masked, failed.public_id, "shop.com"]
    for text in expected:
        assert text in answer.text, text
    assert ("4000 characters" if language == "en" else "4000 字") in answer.text
    assert world.NUMBER not in answer.text
    assert "secret of staff" not in answer.text
    assert answer.context["form"]["subject"].value().startswith("shop.com · ")


def test_what_was_shown_is_what_is_kept(failed, bob, browser, inside, acme):
    client = browser(bob)
    shown = client.get(f"{NEW}?submission={failed.public_id}").context["attached"]
    location = sent(client, f"?submission={failed.public_id}", subject="Hilfe").url
    kept = client.get(location).context["attached"]
    assert kept == shown


def test_sent_request_leads_to_its_conversation(failed, bob, browser, inside, acme):
    client = browser(bob)
    answer = sent(client, f"?submission={failed.public_id}", contact_ok="on")
    with inside(acme):
        row = SupportRequest.objects.get()
    assert answer.url == f"/support/{row.public_id}/"
    assert row.contact_ok
    page = client.get(answer.url)
    assert "请帮忙看看" in page.text
    assert page.text.count('id="conversation"') == 1


def test_open_request_is_shown_instead_of_the_form(asked, failed, alice, browser):
    client = browser(alice)
    for query in (f"submission={failed.public_id}", "domain=shop.com"):
        assert client.get(f"{NEW}?{query}").url == f"/support/{asked.public_id}/"


def test_form_sent_twice_makes_one_request(failed, bob, browser, inside, acme):
    client = browser(bob)
    first = sent(client, f"?submission={failed.public_id}").url
    assert sent(client, f"?submission={failed.public_id}").url == first
    assert count(inside, acme) == 1


def test_operation_domain_and_reason_lead_to_the_form(acme, failed, bob, browser, inside):
    with inside(acme):
        operation = Operation.objects.create(
            account=acme,
            kind="set_locks",
            domain=failed.domain,
            state="failed",
            requested_by="x",
            raw_messages=[UNKNOWN],
        )
        world.domain_of(acme, "fine.cn")
    client = browser(bob)
    for query in (
        f"operation={operation.public_id}",
        "domain=fine.cn",
        "domain=shop.com",
        "reason=materials_unclear",
    ):
        assert client.get(f"{NEW}?{query}").status_code == 200, query
        assert sent(client, f"?{query}", text=query).status_code == 302, query


def test_pasted_message_is_explained_before_it_is_sent(bob, browser, acme, inside):
    client = browser(bob)
    answer = client.post(NEW, {"text": "typed", "message": NAME_MESSAGE, "preview": "1"})
    assert answer.status_code == 200
    assert [r["code"] for r in answer.context["attached"].reasons] == ["registrant_name_mismatch"]
    assert "typed" in answer.text
    assert count(inside, acme) == 0


def test_unknown_message_is_named_so_and_kept(bob, browser, acme, inside):
    client = browser(bob)
    assert client.get(NEW, {"message": UNKNOWN}).context["attached"].unknown
    sent(client, message=UNKNOWN)
    with inside(acme):
        assert SupportRequest.objects.get().attached["unknown"] == [UNKNOWN]


@pytest.mark.parametrize(("field", "length"), [("text", 4001), ("message", 2001), ("subject", 121)])
def test_too_long_text_is_refused_and_kept_in_the_form(field, length, bob, browser, acme, inside):
    text = "字" * length
    answer = sent(browser(bob), **{field: text})
    assert answer.status_code == 400
    assert text in answer.text
    assert answer.context["form"].errors[field]
    assert count(inside, acme) == 0


def test_no_field_cuts_off_what_is_pasted(bob, browser):
    assert "maxlength" not in browser(bob).get(NEW).text.partition("<main")[2]


def test_empty_text_is_asked_for(bob, browser):
    answer = sent(browser(bob), text=" ")
    assert answer.status_code == 400
    assert answer.context["form"].errors["text"]


def test_too_many_open_requests_keep_the_text(acme, bob, browser, inside):
    with inside(acme):
        for _number in range(MAX_OPEN):
            world.support_request_of(acme)
    answer = sent(browser(bob), text="one more")
    assert answer.status_code == 400
    assert "one more" in answer.text
    assert answer.context["form"].non_field_errors()


def test_hostile_text_is_escaped_everywhere(bob, browser, sue_user):
    evil = "<script>alert(1)</script>{{ 7|add:7 }}"
    client = browser(bob)
    location = sent(client, text=evil, subject=evil, message=evil).url
    for page in (client.get(location), client.get("/support/"), client.get(f"{location}x/")):
        assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7|add:7 }}" in client.get(location).text


@pytest.mark.parametrize(
    "query",
    [
        "submission=ver_01h455vb4pex5vsknk084sn02q",
        "submission=nonsense",
        "operation=op_01h455vb4pex5vsknk084sn02q",
        "domain=nowhere.cn",
        "template=tpl_01h455vb4pex5vsknk084sn02q",
        "domain=%20",
        "reason=no_such_reason",
        "submission=x&domain=y",
    ],
)
def test_what_is_not_there_is_404(query, bob, browser):
    client = browser(bob)
    assert client.get(f"{NEW}?{query}").status_code == 404
    assert sent(client, f"?{query}").status_code == 404


def test_submission_of_another_account_is_404(failed, gina, browser, globex, inside):
    client = browser(gina)
    assert client.get(f"{NEW}?submission={failed.public_id}").status_code == 404
    assert sent(client, f"?submission={failed.public_id}").status_code == 404
    assert count(inside, globex) == 0


def test_viewer_is_refused(vera, browser):
    assert browser(vera).get(NEW).status_code == 403
    assert sent(browser(vera)).status_code == 403


def test_opening_a_form_writes_nothing(failed, bob, browser, acme, inside):
    browser(bob).get(f"{NEW}?submission={failed.public_id}")
    with inside(acme):
        assert not SupportRequest.objects.exists()
        assert not LogEntry.objects.exists()
