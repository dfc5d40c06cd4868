"""The pages of plans: made from the list, looked at, changed, run, looked at again."""

from urllib.parse import unquote

import pytest

from registrar.tenancy.context import acting_as
from verification.plans.models import Plan
from verification.plans.services.running import run_plan

pytestmark = pytest.mark.django_db


def text_of(answer):
    return answer.content.decode()


@pytest.fixture
def client(browser, bob):
    client = browser(bob)
    client.cookies["language"] = "en"
    return client


def newest(acme, inside):
    with inside(acme):
        return Plan.objects.order_by("-pk").first()


def page_of(plan):
    return f"/reverification-plans/{plan.public_id}/"


def test_checked_domains_of_the_list_become_a_plan(acme, inside, client, failed_domain, lines):
    for name in ("a.com", "b.com", "c.com"):
        failed_domain(name)
    page = text_of(client.get("/domains/"))
    assert 'formaction="/reverification-plans/new/"' in page
    answer = client.post("/reverification-plans/new/", {"domain": ["a.com", "c.com"]})
    plan = newest(acme, inside)
    assert answer.url == page_of(plan)
    assert list(lines(plan)) == ["a.com", "c.com"]


def test_filter_of_the_list_becomes_a_plan_whatever_is_checked(
    acme, inside, client, failed_domain, lines
):
    failed_domain("a.com", tags=["shop"])
    failed_domain("b.com")
    page = text_of(client.get("/domains/?tag=shop"))
    assert '<input type="hidden" name="tag" value="shop">' in page
    client.post("/reverification-plans/new/", {"domain": "b.com", "scope": "filter", "tag": "shop"})
    assert list(lines(newest(acme, inside))) == ["a.com"]


def test_nothing_checked_leads_back_to_the_list(acme, inside, client):
    answer = client.post("/reverification-plans/new/", {}, headers={"Referer": "/domains/"})
    assert answer.status_code == 302
    assert newest(acme, inside) is None


def test_viewer_sees_plans_and_no_way_to_make_or_run_them(
    browser, vera, failed_domain, verified_template, plan_for
):
    verified_template()
    failed_domain("a.com")
    plan = plan_for("a.com")
    client = browser(vera)
    assert "/reverification-plans/new/" not in text_of(client.get("/domains/"))
    page = text_of(client.get(page_of(plan)))
    assert "a.com" in page
    assert f"{page_of(plan)}run/" not in page
    assert f"{page_of(plan)}cancel/" not in page
    for action in ("run", "cancel", "change", "again"):
        assert client.post(f"{page_of(plan)}{action}/").status_code == 403


def test_preview_sums_up_groups_and_says_what_helps(
    client, failed_domain, verified_template, plan_for
):
    verified_template()
    failed_domain("a.com")
    failed_domain("b.com", registrant_name="王样例")
    failed_domain("c.com", real_name="in_review")
    page = text_of(client.get(page_of(plan_for("a.com", "b.com", "c.com"))))
    assert "Move to 张示例" in page
    assert "Create an info template for this holder" in page
    assert "Real-name verification is in review" in page
    assert "Run the plan for 1 domain?" in page
    assert "/domains/b.com/reverify/" in page


def test_holder_with_a_template_is_led_to_its_verification(
    client, failed_domain, verified_template, plan_for
):
    template = verified_template(state="unverified", verified_at=None)
    failed_domain("a.com")
    page = text_of(client.get(page_of(plan_for("a.com"))))
    assert "Verify this holder&#x27;s info template" in page
    assert f"/templates/{template.public_id}/" in page


def test_preview_in_chinese(browser, bob, failed_domain, plan_for):
    failed_domain("a.com")
    client = browser(bob)
    client.cookies["language"] = "zh-hans"
    page = text_of(client.get(page_of(plan_for("a.com"))))
    assert "重新认证计划" in page
    assert "Re-verification" not in page


def test_whole_group_moves_to_a_template_of_another_holder_once_it_is_meant(
    client, failed_domain, verified_template, plan_for, lines
):
    template = verified_template(name_zh="王样例")
    for name in ("a.com", "b.com"):
        failed_domain(name)
    plan = plan_for("a.com", "b.com")
    group = lines(plan)["a.com"].group
    body = {
        "scope": "group",
        "group": group,
        "route": f"change_registrant:{template.public_id}",
    }
    page = client.post(f"{page_of(plan)}change/", body, follow=True)
    assert "Confirm that the domain is to change hands" in text_of(page)
    page = client.post(f"{page_of(plan)}change/", {**body, "other_holder": "on"}, follow=True)
    assert "2 domains changed." in text_of(page)
    assert "2 of them go to another holder." in text_of(page)
    assert {line.template_id for line in lines(plan).values()} == {template.pk}


@pytest.mark.parametrize("body", [{}, {"route": "x"}, {"route": "leave_out", "domain": "x.com"}])
def test_change_that_says_nothing_changes_nothing(body, client, failed_domain, plan_for, lines):
    failed_domain("a.com")
    plan = plan_for("a.com")
    assert client.post(f"{page_of(plan)}change/", body, follow=True).status_code == 200
    assert lines(plan)["a.com"].route == "by_hand"


def test_run_without_a_code_leads_to_the_code_and_back_to_the_question(
    client, failed_domain, verified_template, plan_for
):
    verified_template()
    failed_domain("a.com")
    plan = plan_for("a.com")
    answer = client.post(f"{page_of(plan)}run/")
    address, _question, query = answer.url.partition("?")
    assert "change_registrant" in address
    assert f"{plan.public_id}/?confirm=1" in unquote(query)


def test_run_shows_progress_that_ends_by_itself(
    client, failed_domain, verified_template, plan_for, proved, worked, lines
):
    verified_template()
    failed_domain("a.com")
    plan = plan_for("a.com")
    client.post(f"{page_of(plan)}run/")
    page = text_of(client.get(page_of(plan)))
    assert 'hx-trigger="every 3s"' in page
    assert "0 of 1 carried out" in page
    part = client.get(page_of(plan), headers={"HX-Request": "true"})
    assert "<html" not in text_of(part)
    assert "HX-Refresh" not in part
    worked(plan)
    part = client.get(page_of(plan), headers={"HX-Request": "true"})
    assert part["HX-Refresh"] == "true"
    page = text_of(client.get(page_of(plan)))
    assert "hx-trigger" not in page.split('id="plan-status"')[1].split(">")[0]
    assert f"/operations/{lines(plan)['a.com'].operation.public_id}/" in page


def test_refused_lines_say_why_and_are_planned_again(
    acme, inside, client, failed_domain, verified_template, plan_for, started, worked, lines
):
    verified_template()
    domain = failed_domain("a.com")
    plan = started(plan_for("a.com"))
    with inside(acme):
        type(domain).objects.filter(pk=domain.pk).update(epp_statuses=["serverUpdateProhibited"])
    worked(plan)
    page = text_of(client.get(f"{page_of(plan)}?state=refused"))
    assert lines(plan)["a.com"].refusal[0]["text"]["en"] in page
    assert "Plan the refused ones again" in page
    answer = client.post(f"{page_of(plan)}again/")
    assert answer.url == page_of(newest(acme, inside)) != page_of(plan)


def test_draft_is_discarded(client, failed_domain, plan_for, reread):
    failed_domain("a.com")
    plan = plan_for("a.com")
    client.post(f"{page_of(plan)}cancel/")
    assert reread(plan).state == "cancelled"
    page = client.post(f"{page_of(plan)}cancel/", follow=True)
    assert "may have changed meanwhile" in text_of(page)


def test_dashboard_plans_all_failed_domains(acme, inside, client, failed_domain, lines):
    for name in ("a.com", "b.com"):
        failed_domain(name)
    page = text_of(client.get("/"))
    assert "Plan them all" in page
    client.post(
        "/reverification-plans/new/", {"scope": "filter", "service_status": "verification_failed"}
    )
    assert list(lines(newest(acme, inside))) == ["a.com", "b.com"]


def test_empty_list_says_what_to_do(client):
    page = text_of(client.get("/reverification-plans/"))
    assert "No plans yet" in page
    assert "/domains/?service_status=verification_failed" in page


def test_list_shows_how_far_each_plan_is(
    client, failed_domain, verified_template, plan_for, started, worked
):
    verified_template()
    failed_domain("a.com")
    plan_for("a.com")
    worked(started(plan_for("a.com")))
    page = text_of(client.get("/reverification-plans/"))
    assert "Draft" in page
    assert "Finished" in page


def test_queries_of_the_pages_do_not_grow(
    client,
    failed_domain,
    verified_template,
    plan_for,
    operator,
    proved,
    django_assert_max_num_queries,
):
    verified_template()
    names = [f"d{number:02}.com" for number in range(20)]
    for number, name in enumerate(names):
        failed_domain(name, registrant_name=f"张示例{number % 5 or ''}")
    for some in (names[:1], names):
        plan = plan_for(*some)
        with django_assert_max_num_queries(22):
            client.get(page_of(plan))
        with django_assert_max_num_queries(16):
            client.get("/reverification-plans/")
    with acting_as(operator):
        run_plan(actor=operator, plan=plan)
    with django_assert_max_num_queries(22):
        client.get(page_of(plan))
