"""Route one end to end: code, template, confirmation, registry, verified."""

import pytest

from domains.models import Domain, Operation
from registrar.accounts.models import StepUpChallenge
from tests import world

PAGE = "/domains/shop.com/reverify/change/"


def steps(answer):
    return [step.state for step in answer.context["steps"]]


def read(domain: Domain) -> Domain:
    return Domain.objects.get(pk=domain.pk)


def test_identity_comes_first_and_leads_back_here(failed, verified_template, bob, browser):
    verified_template()
    answer = browser(bob).get(PAGE)
    assert steps(answer) == ["current", "", ""]
    assert answer.context["next"] == PAGE
    assert 'name="template"' not in answer.text


def test_only_usable_templates_are_offered_with_details(
    failed, verified_template, proved, bob, browser
):
    same = verified_template()
    verified_template(name_zh="停用", state="disabled")
    verified_template(name_zh="审核", state="in_review")
    proved(bob)
    answer = browser(bob).get(PAGE)
    assert steps(answer) == ["done", "current", ""]
    assert [o.template for o in answer.context["outlook"].options] == [same]
    assert same.number_masked in answer.text
    assert world.NUMBER not in answer.text
    assert "停用" not in answer.text


def test_template_of_another_holder_is_never_chosen_beforehand(
    failed, verified_template, proved, bob, browser
):
    other = verified_template(name_zh="李样例")
    proved(bob)
    page = browser(bob).get(PAGE)
    assert other.public_id in page.text
    assert not page.context["preselected"]
    same = verified_template()
    assert browser(bob).get(PAGE).context["preselected"] == same.public_id


def test_confirmation_names_both_holders_and_what_is_blocked_meanwhile(
    failed, verified_template, proved, bob, browser
):
    other = verified_template(name_zh="李样例")
    proved(bob)
    answer = browser(bob).get(PAGE, {"template": other.public_id})
    assert steps(answer) == ["done", "done", "current"]
    assert not answer.context["chosen"].same_holder
    assert len(answer.context["meanwhile"]) == 8


def test_change_runs_to_a_verified_domain(
    acme,
    failed,
    verified_template,
    proved,
    bob,
    browser,
    inside,
    django_capture_on_commit_callbacks,
):
    template = verified_template(name_zh="李样例")
    proved(bob)
    client = browser(bob)
    answer = client.post(PAGE, {"template": template.public_id})
    with inside(acme):
        operation = Operation.objects.get(domain=failed)
        assert operation.state == "submitted"
        assert operation.template == template
        assert read(failed).service_status == "registrant_change_in_review"
    assert answer.url == f"/operations/{operation.public_id}/"
    overview = client.get("/domains/shop.com/reverify/")
    assert overview.context["outlook"].open_operation == operation


def test_second_click_does_not_ask_twice(
    acme, failed, verified_template, proved, bob, browser, inside
):
    template = verified_template()
    proved(bob)
    client = browser(bob)
    for _ in range(2):
        assert client.post(PAGE, {"template": template.public_id}).status_code == 302
    with inside(acme):
        assert Operation.objects.filter(domain=failed).count() == 1


def test_without_a_proof_the_code_is_asked_for_and_nothing_is_written(
    acme, failed, verified_template, bob, browser, inside
):
    template = verified_template()
    answer = browser(bob).post(PAGE, {"template": template.public_id})
    assert answer.status_code == 302
    assert answer.url.startswith("/identity/change_registrant/")
    with inside(acme):
        assert not Operation.objects.exists()
        assert read(failed).registrant_change == "none"


@pytest.mark.parametrize("which", ["", "tpl_nonsense", "foreign", "unverified"])
def test_template_that_is_not_offered_can_not_be_chosen(
    which, acme, globex, failed, verified_template, proved, bob, browser, inside
):
    verified_template()
    if which in ("foreign", "unverified"):
        account = globex if which == "foreign" else acme
        state = "verified" if which == "foreign" else "unverified"
        with inside(account):
            which = world.template_of(account, state=state).public_id
    proved(bob)
    assert browser(bob).post(PAGE, {"template": which}).url == PAGE
    with inside(acme):
        assert not Operation.objects.exists()


def test_closed_gate_says_why_and_leads_back(acme, verified_template, proved, bob, browser, inside):
    verified_template()
    proved(bob)
    with inside(acme):
        world.domain_of(acme, "shop.com", real_name="failed", disputed=True)
    client = browser(bob)
    answer = client.get(PAGE)
    assert answer.status_code == 409
    assert [b.code for b in answer.context["outlook"].change.blocked_by] == ["disputed"]


def test_proof_of_one_member_is_not_anothers(
    failed, verified_template, proved, alice, bob, browser
):
    verified_template()
    proved(alice)
    assert steps(browser(bob).get(PAGE)) == ["current", "", ""]
    assert StepUpChallenge.unfenced_manager.count() == 0
