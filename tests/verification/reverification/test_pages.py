"""The overview: reason, guidance, both routes; and who may go on."""

import pytest
from django.utils import timezone
from django.utils.html import escape

from domains.models import Operation
from tests import world
from verification.models import SubmissionMaterial

from .conftest import NAME_MESSAGE, fail_again

PAGE = "/domains/shop.com/reverify/"


def unknown(text):
    return {"reason_codes": [], "raw_messages": [text], "unknown_messages": [text]}


def test_page_shows_reason_guidance_message_and_both_routes(
    failed, verified_template, bob, browser
):
    verified_template()
    answer = browser(bob).get(PAGE)
    assert answer.status_code == 200
    reason = answer.context["outlook"].failure["reasons"][0]
    for text in (reason["title"], reason["guidance"][0]["text"], NAME_MESSAGE):
        assert text in answer.text
    routes = answer.context["routes"]
    assert [(r.route, r.recommended) for r in routes] == [
        ("change_registrant", True),
        ("resubmit", False),
    ]
    assert "/domains/shop.com/reverify/change/" in answer.text
    assert "/domains/shop.com/reverify/resubmit/" in answer.text


def test_recommended_route_comes_first_when_it_is_the_second(failed, bob, browser):
    answer = browser(bob).get(PAGE)
    assert [r.route for r in answer.context["routes"]] == ["resubmit", "change_registrant"]
    assert [route.open for route in answer.context["routes"]] == [True, False]


def test_unknown_message_is_shown_verbatim_with_general_guidance(acme, bob, browser, inside):
    with inside(acme):
        domain = world.domain_of(acme, "shop.com", real_name="failed")
        fail_again(domain, **unknown("从未见过的提示"))
    answer = browser(bob).get(PAGE)
    assert "从未见过的提示" in answer.text
    assert answer.context["outlook"].failure["guidance"]


def test_support_is_named_loudly_after_the_second_failure_only(acme, failed, bob, browser, inside):
    client = browser(bob)
    first = client.get(PAGE)
    assert "/support/new/?domain=shop.com" in first.text
    assert not first.context["support"].prominent
    with inside(acme):
        fail_again(failed, attempt=2)
    assert client.get(PAGE).context["support"].prominent


def test_change_under_way_lists_what_is_blocked_instead_of_routes(
    acme, failed, bob, browser, inside
):
    with inside(acme):
        failed.enter_registrant_change()
        failed.save()
    answer = browser(bob).get(PAGE)
    assert len(answer.context["meanwhile"]) == 8
    assert "/reverify/change/" not in answer.text


def test_viewer_sees_the_routes_but_no_way_to_start_them(failed, verified_template, vera, browser):
    verified_template()
    answer = browser(vera).get(PAGE)
    assert answer.status_code == 200
    assert not any(route.open for route in answer.context["routes"])


@pytest.mark.parametrize("page", ["change/", "resubmit/"])
def test_viewer_is_refused_with_a_page(page, failed, vera, browser):
    answer = browser(vera).get(PAGE + page)
    assert answer.status_code == 403
    assert "<html" in answer.text


@pytest.mark.parametrize("page", ["", "change/", "resubmit/"])
def test_stranger_gets_404(page, failed, gina, browser):
    assert browser(gina).get(PAGE + page).status_code == 404


@pytest.mark.parametrize("page", ["", "change/", "resubmit/"])
def test_nobody_is_sent_to_sign_in(page, failed, client):
    assert client.get(PAGE + page).url.startswith("/login/")


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_page_is_in_the_chosen_language(language, failed, bob, browser):
    client = browser(bob)
    client.cookies["language"] = language
    answer = client.get(PAGE)
    assert answer["Content-Language"] == language


def test_name_may_be_typed_as_u_label(acme, bob, browser, inside):
    with inside(acme):
        world.domain_of(
            acme, "xn--fsq.com", unicode_name="例.com", suffix="com", real_name="failed"
        )
    assert browser(bob).get("/domains/例.com/reverify/").status_code == 200


def test_verified_domain_is_told_that_nothing_has_to_be_done(acme, bob, browser, inside):
    with inside(acme):
        fail_again(world.domain_of(acme, "shop.com", real_name="verified"))
    answer = browser(bob).get(PAGE)
    assert answer.context["outlook"].failure is None
    assert "/reverify/change/" not in answer.text


def test_submission_under_way_is_linked(acme, bob, browser, inside):
    with inside(acme):
        domain = world.domain_of(acme, "shop.com", real_name="in_review")
        submission = world.submission_of(acme, domain=domain, state="submitted")
    assert f"/verifications/{submission.public_id}/" in browser(bob).get(PAGE).text


def test_first_submission_uses_the_same_form_under_its_own_name(acme, bob, browser, inside):
    with inside(acme):
        world.domain_of(acme, "shop.com", real_name="unverified")
    answer = browser(bob).get(f"{PAGE}resubmit/")
    assert answer.status_code == 200
    assert answer.context["page"].marks == {}


def test_reviewers_note_stands_once_and_above_the_routes(acme, failed, bob, browser, inside):
    with inside(acme):
        fail_again(failed, stage="reviewer", raw_messages=[], note_to_user="右边缘被裁掉")
    text = browser(bob).get(PAGE).text
    assert text.count("右边缘被裁掉") == 1
    assert text.index("右边缘被裁掉") < text.index('id="routes-title"')


def test_unknown_message_has_a_banner_and_the_number_to_quote(acme, bob, browser, inside):
    with inside(acme):
        domain = world.domain_of(acme, "shop.com", real_name="failed")
        submission = fail_again(domain, **unknown("返回码 E-7731"))
    text = browser(bob).get(PAGE).text
    assert "返回码 E-7731" in text.partition('id="routes-title"')[0]
    assert submission.public_id in text


def test_failure_without_any_message_has_a_banner(acme, bob, browser, inside):
    with inside(acme):
        domain = world.domain_of(acme, "shop.com", real_name="failed")
        fail_again(domain, stage="timeout", reason_codes=[], raw_messages=[])
    text = browser(bob).get(PAGE).text
    assert "callout-bad" in text.partition('id="routes-title"')[0]


def waiting_domain(acme, message, **fields):
    """shop.com, failed with `message` this Monday; inside the fence already."""
    domain = world.domain_of(acme, "shop.com", real_name="failed")
    submission = fail_again(domain, raw_messages=[message], submitted_at=timezone.now(), **fields)
    picture = world.material_of(acme)
    SubmissionMaterial.objects.create(
        account=acme, submission=submission, material=picture, position=0
    )
    return submission


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_new_document_says_from_which_day_and_keeps_route_one_open(
    language, acme, verified_template, bob, browser, inside, time_machine
):
    time_machine.move_to("2026-03-02T10:00:00+08:00", tick=False)
    verified_template()
    with inside(acme):
        submission = waiting_domain(acme, "注册者身份证明资料为新颁发证件")
    client = browser(bob)
    client.cookies["language"] = language
    answer = client.get(PAGE)
    change, resubmit = answer.context["routes"]
    assert change.recommended
    assert change.open
    assert change.waits_until is None
    assert str(resubmit.waits_until) == "2026-03-16"
    assert str(resubmit.expected_on) == "2026-03-23"
    assert resubmit.unchanged.may_insist
    assert f"/verifications/{submission.public_id}/reminder/" in answer.text
    assert "2026-03-16" in client.get(f"{PAGE}resubmit/").text


def test_timeout_is_one_click_and_recommended_before_route_one(
    acme, verified_template, bob, vera, browser, inside
):
    verified_template()
    with inside(acme):
        submission = waiting_domain(acme, "实名审核超时，请重新提交", stage="timeout")
    answer = browser(bob).get(PAGE)
    resubmit, change = answer.context["routes"]
    assert (resubmit.route, resubmit.recommended) == ("resubmit", True)
    assert not change.recommended
    click = f'action="/verifications/{submission.public_id}/resubmit/"'
    assert answer.text.count(click) == 1
    assert answer.text.count("btn-primary") == 1
    assert click not in browser(vera).get(PAGE).text


def test_holder_that_can_not_pass_is_told_what_else_would_do(acme, bob, browser, inside):
    with inside(acme):
        waiting_domain(acme, "提交资料显示为海外用户")
    answer = browser(bob).get(PAGE)
    assert not any(route.recommended for route in answer.context["routes"])
    for alternative in answer.context["outlook"].alternatives:
        assert escape(str(alternative.text)) in answer.text


def test_refused_change_is_told_and_not_advised_again(
    acme, failed, verified_template, bob, browser, inside
):
    template = verified_template()
    with inside(acme):
        operation = Operation.objects.create(
            account=acme,
            kind="change_registrant",
            domain=failed,
            template=template,
            requested_by="test",
            state="failed",
            raw_messages=["填写有误，或因为其他原因无法使用"],
        )
    answer = browser(bob).get(PAGE)
    assert f"/operations/{operation.public_id}/" in answer.text
    assert [route.route for route in answer.context["routes"] if route.recommended] == ["resubmit"]
