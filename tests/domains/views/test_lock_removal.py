"""The page of the locks: a code before one is taken away, and what was ticked stays ticked."""

from urllib.parse import parse_qs, urlsplit

import pytest

from domains.models import Operation

PAGE = "/domains/a.com/locks/"
LOCKED = ["clientDeleteProhibited", "clientTransferProhibited"]


@pytest.fixture
def operations_of(acme, inside):
    def get():
        with inside(acme):
            return list(Operation.objects.all())

    return get


@pytest.fixture
def locked(acme, make_domain):
    return make_domain(acme, "a.com", epp_statuses=LOCKED)


def back_of(answer):
    """Where the page for the code leads on to."""
    assert answer.status_code == 302
    parts = urlsplit(answer["Location"])
    assert parts.path == "/identity/set_locks/"
    return parse_qs(parts.query)["next"][0]


def ticked(page):
    form = page.context["form"]
    return {name for name in form.fields if form[name].value()}


def test_removal_leads_to_the_code_and_back_with_what_was_ticked(
    browser, alice, locked, enter_code, operations_of
):
    back = back_of(browser.post(PAGE, {"update": "on", "delete": "on"}))
    assert operations_of() == []
    enter_code(alice, "set_locks")
    page = browser.get(back)
    assert ticked(page) == {"update", "delete"}
    sent = browser.post(urlsplit(back).path, dict.fromkeys(ticked(page), "on"))
    (operation,) = operations_of()
    assert sent["Location"] == f"/operations/{operation.public_id}/"
    assert operation.payload == {"locks": {"transfer": False, "update": True}}
    assert operation.state == "submitted"
    assert "Identity check" in browser.get(sent["Location"]).content.decode()


def test_taking_all_away_comes_back_with_none_ticked(browser, locked):
    assert ticked(browser.get(back_of(browser.post(PAGE, {})))) == set()


@pytest.mark.parametrize(
    ("who", "purpose", "minutes_ago"),
    [("bob", "set_locks", 0), ("alice", "change_registrant", 0), ("alice", "set_locks", 10)],
)
def test_other_codes_lead_to_the_code_again(
    request, browser, locked, enter_code, operations_of, who, purpose, minutes_ago
):
    enter_code(request.getfixturevalue(who), purpose, minutes_ago=minutes_ago)
    back_of(browser.post(PAGE, {"delete": "on"}))
    assert operations_of() == []


def test_adding_asks_for_no_code(browser, locked, operations_of):
    answer = browser.post(PAGE, {"transfer": "on", "delete": "on", "update": "on"})
    (operation,) = operations_of()
    assert answer["Location"] == f"/operations/{operation.public_id}/"
    assert "Identity check" not in browser.get(answer["Location"]).content.decode()


def test_closed_gate_is_said_before_any_code(browser, acme, make_domain, operations_of):
    make_domain(acme, "a.com", epp_statuses=LOCKED, lifecycle="redemption")
    answer = browser.post(PAGE, {})
    assert answer.status_code == 409
    assert operations_of() == []


def test_change_under_way_is_shown_before_any_code(browser, locked, operations_of):
    browser.post(PAGE, {"transfer": "on", "delete": "on", "update": "on"})
    (operation,) = operations_of()
    assert browser.post(PAGE, {})["Location"] == f"/operations/{operation.public_id}/"


def test_viewer_is_refused_whatever_code_was_entered(
    browser_of, vera, locked, enter_code, operations_of
):
    enter_code(vera, "set_locks")
    viewer = browser_of(vera)
    assert viewer.get(PAGE).status_code == 403
    assert viewer.post(PAGE, {}).status_code == 403
    assert operations_of() == []


@pytest.mark.parametrize("query", ["transfer=x", "colour=True"])
def test_junk_in_the_address_only_fills_a_form(browser, locked, operations_of, query):
    assert browser.get(f"{PAGE}?{query}").status_code == 200
    assert operations_of() == []


def test_page_of_the_operation_says_which_lock_and_what_becomes_of_it(
    browser, acme, make_domain, operations_of
):
    make_domain(acme, "a.com")
    browser.post(PAGE, {"delete": "on"})
    page = browser.get(f"/operations/{operations_of()[0].public_id}/").content.decode()
    assert '<dt>Deletion lock</dt><dd class="strong">Put on</dd>' in page
    assert "Transfer lock" not in page
