"""The overview: reason, guidance, both routes; and who may go on."""

import pytest

from tests import world

from .conftest import NAME_MESSAGE, fail_again

PAGE = "/domains/shop.com/reverify/"


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
    assert 'href="/domains/shop.com/reverify/change/"' not in answer.text


def test_unknown_message_is_shown_verbatim_with_general_guidance(acme, bob, browser, inside):
    with inside(acme):
        domain = world.domain_of(acme, "shop.com", real_name="failed")
        fail_again(domain, reason_codes=[], raw_messages=["从未见过的提示"])
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
        submission = fail_again(domain, reason_codes=[], raw_messages=["返回码 E-7731"])
    text = browser(bob).get(PAGE).text
    assert "返回码 E-7731" in text.partition('id="routes-title"')[0]
    assert submission.public_id in text


def test_failure_without_any_message_has_a_banner(acme, bob, browser, inside):
    with inside(acme):
        domain = world.domain_of(acme, "shop.com", real_name="failed")
        fail_again(domain, stage="timeout", reason_codes=[], raw_messages=[])
    text = browser(bob).get(PAGE).text
    assert "callout-bad" in text.partition('id="routes-title"')[0]
