"""/domains/<name>/: the domain, its gates, its tags."""

import datetime as dt

import pytest
from django.utils import timezone, translation

from domains.timeline import dates_of
from tests.domains.services.pipeline import reload


def text_of(answer):
    return answer.content.decode()


def test_every_blocked_operation_is_shown_disabled_with_every_reason(browser, acme, make_domain):
    make_domain(acme, "a.com", real_name="failed", epp_statuses=["serverHold"])
    page = text_of(browser.get("/domains/a.com/"))
    push = page[page.index("Push to another account") :].split("</li>")[0]
    assert "Real-name verification failed." in push
    assert 'aria-disabled="true"' in push
    out = page[page.index("Transfer out") :].split("</li>")[0]
    assert "Real-name verification failed." in out
    assert "serverHold" in out


def test_day_on_which_a_gate_opens_is_named(browser, acme, make_domain, time_machine):
    registered = dt.datetime(2026, 3, 1, 4, tzinfo=dt.UTC)
    time_machine.move_to(registered + dt.timedelta(days=5), tick=False)
    make_domain(acme, "a.com", registered_at=registered)
    assert "Possible from 2026-04-30" in text_of(browser.get("/domains/a.com/"))


def test_operation_without_a_page_says_so(browser, acme, make_domain):
    make_domain(acme, "a.com", real_name="verified")
    page = text_of(browser.get("/domains/a.com/"))
    assert "this console does not offer it" in page[page.index("Renew") :].split("</li>")[0]
    again = page[page.index("Submit real-name verification") :].split("</li>")[0]
    assert "The holder is verified already" in again
    assert "<a " not in again


@pytest.mark.parametrize(
    ("lifecycle", "days_left", "said"),
    [
        ("registering", 365, {"Registration requested", "Expires"}),
        ("active", 365, {"Registered", "Expires"}),
        ("expired", -1, {"Registered", "Expired"}),
    ],
)
def test_timeline_tells_past_from_future(acme, make_domain, lifecycle, days_left, said):
    expires = timezone.now() + dt.timedelta(days=days_left)
    domain = make_domain(acme, "a.com", lifecycle=lifecycle, expires_at=expires)
    with translation.override("en"):
        assert {str(item.title) for item in dates_of(domain)} == said


def test_unicode_name_leads_to_the_address_with_the_a_label(browser, acme, make_domain):
    make_domain(acme, "中文示例.cn")
    answer = browser.get("/domains/中文示例.cn/")
    assert answer.status_code == 302
    assert answer["Location"] == "/domains/xn--fiq26an69bm6r.cn/"
    assert "中文示例.cn" in text_of(browser.get(answer["Location"]))


@pytest.mark.parametrize("name", ["nobody.com", "x" * 300, "a..b", "%00", "xn--0.com", "%FF"])
@pytest.mark.parametrize("page", ["", "contacts/", "locks/", "change-registrant/"])
def test_name_that_is_not_there_is_not_found(browser, name, page):
    assert browser.get(f"/domains/{name}/{page}").status_code == 404


@pytest.mark.parametrize("page", ["", "contacts/", "locks/", "change-registrant/"])
def test_another_accounts_domain_is_not_found(browser, globex, make_domain, page):
    make_domain(globex, "b.com")
    assert browser.get(f"/domains/b.com/{page}").status_code == 404


def test_tags_are_saved_and_wrong_ones_explained(browser, acme, make_domain):
    domain = make_domain(acme, "a.com")
    assert browser.post("/domains/a.com/tags/", {"tags": "b, a，c"}).status_code == 302
    assert reload(acme, domain).tags == ["a", "b", "c"]
    answer = browser.post("/domains/a.com/tags/", {"tags": "x" * 33})
    assert answer.status_code == 400
    assert "At most" in text_of(answer) or "has at most" in text_of(answer)
    assert reload(acme, domain).tags == ["a", "b", "c"]


def test_viewer_sees_but_can_not_act(acme, vera, browser_of, make_domain):
    domain = make_domain(acme, "a.com")
    browser = browser_of(vera)
    page = text_of(browser.get("/domains/a.com/"))
    assert "/domains/a.com/contacts/" not in page
    assert "Your role does not allow this" in page
    assert browser.get("/domains/a.com/contacts/").status_code == 403
    assert browser.post("/domains/a.com/tags/", {"tags": "x"}).status_code == 403
    assert reload(acme, domain).tags == []
