"""Pages that begin, follow and end operations."""

from urllib.parse import parse_qs, urlsplit

import pytest

from domains.models import Operation
from tests.domains.conftest import CONTACT
from tests.domains.services.pipeline import run_once, run_to_the_end


def text_of(answer):
    return answer.content.decode()


@pytest.fixture
def proof(alice, enter_code):
    enter_code(alice, "change_registrant")


@pytest.fixture
def only_operation(acme, inside):
    def get():
        with inside(acme):
            return Operation.objects.get()

    return get


def test_change_of_registrant_asks_for_the_code_first(browser, acme, make_domain, make_template):
    make_domain(acme, "a.com")
    make_template(acme)
    answer = browser.get("/domains/a.com/change-registrant/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/identity/change_registrant/?next=")


def test_what_was_chosen_survives_a_proof_that_ran_out(
    browser, acme, make_domain, make_template, request
):
    make_domain(acme, "a.com")
    template = make_template(acme)
    sent = {"template": template.public_id, "registrant_lock": "on"}
    answer = browser.post("/domains/a.com/change-registrant/", sent)
    back = parse_qs(urlsplit(answer["Location"]).query)["next"][0]
    request.getfixturevalue("proof")
    page = text_of(browser.get(back))
    assert f'value="{template.public_id}" required checked' in page
    assert 'name="registrant_lock" checked' in page


@pytest.mark.usefixtures("proof")
def test_only_usable_templates_are_offered(browser, acme, make_domain, make_template):
    present = make_template(acme, name_zh="现模板")
    make_domain(acme, "a.cn", template=present)
    for name, fields in {
        "可用": {},
        "未认证": {"state": "unverified"},
        "停用": {"state": "disabled"},
        "海外": {"country": "US"},
    }.items():
        make_template(acme, name_zh=name, **fields)
    page = browser.get("/domains/a.cn/change-registrant/")
    assert [template.name_zh for template in page.context["templates"]] == ["可用"]


@pytest.mark.usefixtures("proof")
def test_change_is_followed_on_its_page_until_it_has_ended(
    browser, acme, make_domain, make_template, only_operation
):
    make_domain(acme, "a.com")
    template = make_template(acme)
    address = "/domains/a.com/change-registrant/"
    sent = browser.post(address, {"template": template.public_id})
    assert sent.status_code == 302
    again = browser.post(address, {"template": template.public_id})
    assert again["Location"] == sent["Location"], "a double submit leads to the same operation"
    run_once(acme, only_operation())
    page = text_of(browser.get(sent["Location"]))
    assert 'hx-trigger="every 4s"' in page
    part = text_of(browser.get(sent["Location"], headers={"HX-Request": "true"}))
    assert part.count("<html") == 0
    run_to_the_end(acme, only_operation())
    ended = text_of(browser.get(sent["Location"], headers={"HX-Request": "true"}))
    assert "hx-trigger" not in ended
    assert "Succeeded" in ended


@pytest.mark.usefixtures("proof")
@pytest.mark.parametrize("template", ["", "tpl_nonsense", "theirs"])
def test_template_that_is_not_offered_is_refused(
    browser, acme, globex, make_domain, make_template, inside, template
):
    make_domain(acme, "a.com")
    wanted = make_template(globex).public_id if template == "theirs" else template
    answer = browser.post("/domains/a.com/change-registrant/", {"template": wanted})
    assert answer["Location"] == "/domains/a.com/change-registrant/"
    with inside(acme):
        assert not Operation.objects.exists()


def test_closed_gate_is_explained_instead_of_a_form(browser, acme, make_domain):
    make_domain(acme, "a.com", real_name="in_review")
    for page in ("contacts/", "change-registrant/"):
        answer = text_of(browser.get(f"/domains/a.com/{page}"))
        assert "Real-name verification is in review" in answer
        assert "btn-primary" not in answer


def test_contacts_are_sent_and_wrong_ones_marked(browser, acme, make_domain, only_operation):
    make_domain(acme, "a.com")
    wrong = browser.post("/domains/a.com/contacts/", CONTACT | {"email": "nonsense"})
    assert wrong.status_code == 400
    assert wrong.context["form"].errors.keys() == {"email"}
    sent = browser.post("/domains/a.com/contacts/", CONTACT | {"email": "new@acme.example"})
    assert sent["Location"] == f"/operations/{only_operation().public_id}/"


def test_locks_are_sent_and_no_change_is_said(browser, acme, make_domain, only_operation):
    make_domain(acme, "a.com", epp_statuses=["clientUpdateProhibited"])
    same = browser.post("/domains/a.com/locks/", {"update": "on"})
    assert same.status_code == 400
    assert "set like this already" in text_of(same)
    sent = browser.post("/domains/a.com/locks/", {"update": "on", "delete": "on"})
    assert sent["Location"] == f"/operations/{only_operation().public_id}/"
    assert only_operation().payload == {"locks": {"delete": True}}


def test_operation_is_cancelled_once(browser, acme, make_domain, only_operation):
    make_domain(acme, "a.com")
    browser.post("/domains/a.com/locks/", {"delete": "on"})
    address = f"/operations/{only_operation().public_id}/cancel/"
    for _again in range(2):
        assert browser.post(address).status_code == 302
        assert only_operation().state == "cancelled"
    assert browser.get(address)["Location"] == address.removesuffix("cancel/")


def test_list_names_operations_and_offers_a_way_when_empty(browser, acme, make_domain):
    assert "No operations yet" in text_of(browser.get("/operations/"))
    make_domain(acme, "a.com")
    browser.post("/domains/a.com/locks/", {"delete": "on"})
    page = text_of(browser.get("/operations/?state=submitted&operation=set_locks"))
    assert "a.com" in page
    assert browser.get("/operations/?state=x&operation=y&cursor=z").status_code == 200


@pytest.mark.parametrize("address", ["", "submit/", "cancel/"])
def test_another_accounts_operation_is_not_found(
    acme, gina, browser, browser_of, make_domain, only_operation, address
):
    make_domain(acme, "a.com")
    browser.post("/domains/a.com/locks/", {"delete": "on"})
    stranger = browser_of(gina)
    path = f"/operations/{only_operation().public_id}/{address}"
    answer = stranger.post(path) if address else stranger.get(path)
    assert answer.status_code == 404
    assert only_operation().state == "submitted"
