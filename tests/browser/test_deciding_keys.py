"""A case is decided by keyboard alone: the suggested reason, another by typing, sent."""

import os
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser import workbench
from tests.browser.page_checks import axe_complaints, scrolls_sideways, start_axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Where to put pictures of the pages, to be looked at; none by default.
PICTURES = os.environ.get("PICTURES", "")


@pytest.fixture
def cases(acme, rex, inside):
    held = {"state": "in_review", "reviewer": rex, "claimed_at": timezone.now()}
    with inside(acme):
        return [workbench.make_case(acme, "shop.com", **held)]


@pytest.fixture
def opened(open_context, live_server, rex, cases):
    pages = []

    def open_one(**options):
        path = f"/admin/verification/submission/{cases[0].pk}/decide/"
        pages.append(workbench.open_page(open_context, live_server.url, rex, path, **options))
        return pages[-1]

    yield open_one
    for page in pages:
        page.wait_for_load_state("networkidle")


def picture(page, name):
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"deciding-{name}.png")


def test_failing_by_keyboard_alone_opens_the_next(opened, cases, inside, acme):
    with inside(acme):
        cases.append(workbench.make_case(acme, "next.com", state="submitted"))
    page = opened()
    page.keyboard.press("f")
    search = page.locator("[data-reason-filter]")
    expect(search).to_be_focused()
    page.keyboard.press("Enter")
    suggested = page.locator("[data-reason-suggested] input[name=reason_codes]:checked")
    expect(suggested).to_have_count(1)
    page.keyboard.type("unclear")
    found = page.locator("[data-reason]:visible").count()
    assert 2 <= found < 10
    page.keyboard.press("Enter")
    expect(page.locator("input[name=reason_codes]:checked")).to_have_count(2)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    expect(page.locator("input[name=reason_codes]:checked")).to_have_count(1)
    page.keyboard.press("Space")
    picture(page, "chosen")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".messagelist")).to_contain_text("Refused.")
    assert page.url.endswith(f"/{cases[1].pk}/decide/")
    picture(page, "next")
    with inside(acme):
        cases[0].refresh_from_db()
        assert cases[0].state == "failed"
        first = cases[0].reason_places[0]
        assert first["field"] or first["picture"]
        assert "materials_unclear" in cases[0].reason_codes
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".messagelist")).to_contain_text("Reopened")
    assert page.complaints == []


def test_search_by_a_cause_comes_last_and_goes_back_home(opened):
    page = opened()
    page.keyboard.press("f")
    page.keyboard.type("blurred")
    last = page.locator("[data-reason-topic]:visible").last
    expect(last).to_have_attribute("data-reason-topic", "cause")
    assert page.locator("[data-reason-none]").is_hidden()
    page.keyboard.press("Enter")
    expect(page.locator("input[value=materials_unclear]")).to_be_checked()
    expect(page.locator("[data-reason-topic=cause]")).to_be_hidden()
    page.keyboard.type("martian")
    expect(page.locator("[data-reason-none]")).to_be_visible()


def test_who_presses_on_decides_nothing_unseen(opened, cases, inside, acme, rex):
    held = {"state": "in_review", "reviewer": rex, "claimed_at": timezone.now()}
    with inside(acme):
        upcoming = workbench.make_case(acme, "next.com", **held)
    page = opened()
    expect(page.locator("[data-review-rests]")).to_have_count(0)
    page.keyboard.press("a")
    page.wait_for_url(f"**/{upcoming.pk}/decide/")
    for _press in range(8):
        page.keyboard.press("a")
        page.wait_for_timeout(200)
    assert page.url.endswith(f"/{upcoming.pk}/decide/")
    expect(page.locator("[data-review-rests]")).to_have_count(0)
    page.keyboard.press("a")
    expect(page.locator(".messagelist")).to_contain_text("Nothing waits")


def test_undo_is_counted_down_and_goes_with_its_time(opened, cases, settings):
    settings.REVIEW_GRACE = 4
    page = opened()
    expect(page.locator("[data-review-rests]")).to_have_count(0)
    page.keyboard.press("a")
    expect(page.locator(".message-undo")).to_be_visible()
    expect(page.locator("[data-undo-seconds]")).to_have_text("2")
    expect(page.locator(".message-undo")).to_have_count(0)
    expect(page.locator(".messagelist")).to_contain_text("Too late to undo")


def test_letters_among_the_reasons_decide_nothing(opened, cases, inside, acme):
    page = opened()
    page.keyboard.press("f")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    page.keyboard.press("a")
    page.keyboard.press("f")
    expect(page.locator("[data-reason-filter]")).to_be_focused()
    expect(page.locator("input[name=reason_codes]:checked")).to_have_count(1)
    with inside(acme):
        cases[0].refresh_from_db()
        assert cases[0].state == "in_review"


def test_enter_while_an_input_method_composes_chooses_nothing(opened):
    page = opened(language="zh-hans")
    search = page.locator("[data-reason-filter]")
    search.evaluate(
        "each => each.dispatchEvent(new KeyboardEvent('keydown',"
        " {key: 'Enter', isComposing: true, bubbles: true, cancelable: true}))"
    )
    assert page.locator("input[name=reason_codes]:checked").count() == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_panel_is_sound_in_each_theme_and_language(opened, theme, language):
    page = opened(theme=theme, language=language, width=1280 if theme == "light" else 1920)
    page.keyboard.press("f")
    page.keyboard.press("Enter")
    picture(page, f"{theme}-{language}")
    start_axe(page)
    assert axe_complaints(page) == []
    assert not scrolls_sideways(page)


def test_panel_fits_a_phone(opened):
    page = opened(width=390)
    page.locator("[data-reason-filter]").scroll_into_view_if_needed()
    picture(page, "phone")
    assert not scrolls_sideways(page)


def test_asking_for_more_by_keyboard_alone(opened, cases, inside, acme):
    page = opened(height=800)
    page.keyboard.press("m")
    first = page.locator("#what_1")
    expect(first).to_be_focused()
    expect(first).to_be_in_viewport()
    # Once more leads there again, and doesn't close it.
    first.evaluate("each => each.blur()")
    page.keyboard.press("m")
    expect(first).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("Why another name?")
    picture(page, "asking")
    page.keyboard.press("Enter")
    preview = page.locator("#ask-preview")
    expect(preview).to_be_focused()
    expect(preview).to_contain_text("Why another name?")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".messagelist")).to_contain_text("Asked.")
    with inside(acme):
        cases[0].refresh_from_db()
        assert cases[0].state == "more_wanted"
    assert page.complaints == []


def test_preview_of_a_refusal_is_where_one_lands_and_refuses_from(opened, cases, inside, acme):
    page = opened(height=800)
    page.keyboard.press("f")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Preview").first.click()
    preview = page.locator("#message-preview")
    expect(preview).to_be_focused()
    expect(preview).to_be_in_viewport()
    picture(page, "preview")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".messagelist")).to_contain_text("Refused.")
    with inside(acme):
        cases[0].refresh_from_db()
        assert cases[0].state == "failed"
