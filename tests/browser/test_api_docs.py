"""The API's documentation in Chromium: read, searched and opened, in both languages."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.page_checks import axe_complaints, english_left, scrolls_sideways, start_axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Where to put pictures of the page, to be looked at; none by default.
PICTURES = os.environ.get("PICTURES", "")


@pytest.fixture
def open_docs(open_context, live_server):
    """`open_docs("zh-hans", width=375, …)`: the page, with `#…` behind it where asked."""

    def opened(language, *, theme="light", at="", **options):
        context = open_context(bypass_csp=True, reduced_motion="reduce", **options)
        for name, value in {"language": language, "theme": theme}.items():
            context.add_cookies([{"name": name, "value": value, "url": live_server.url}])
        page = context.new_page()
        page.goto(f"{live_server.url}/api/v1/docs{at}", wait_until="load")
        return page

    return opened


def picture(page, name):
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png")


def found_by(page, words):
    """The addresses of the operations that a search leaves open to be seen."""
    page.get_by_role("searchbox").fill(words)
    rows = page.locator("details[data-api-words]:not([hidden])")
    return rows.evaluate_all("rows => rows.map(row => row.id)")


@pytest.mark.parametrize(("theme", "width"), [("light", 375), ("dark", 375), ("dark", 1280)])
def test_chinese_page_is_accessible_and_chinese_on_any_screen(open_docs, theme, width):
    page = open_docs("zh-hans", theme=theme, width=width, at="#postVerifications")
    expect(page.locator("#postVerifications")).to_have_attribute("open", "")
    picture(page, f"operation-{theme}-{width}")
    page.locator("#getReverification").evaluate("row => { row.open = true; row.scrollIntoView() }")
    picture(page, f"fields-{theme}-{width}")
    start_axe(page)
    assert axe_complaints(page) == []
    assert english_left(page, []) == []
    assert not scrolls_sideways(page)


def test_search_finds_chinese_and_english_words_in_either_language(open_docs):
    for language in ("zh-hans", "en"):
        page = open_docs(language, width=1280)
        assert "postOperations" in found_by(page, "过户")
        picture(page, f"search-{language}")
        assert "getDomains" in found_by(page, "域名 列表")
        assert "getDomains" in found_by(page, "LIST the account")
        assert found_by(page, "/me/rotate") == ["postKeyRotate", "postMeRotate"]
        side = page.locator(".api-nav li[data-api-of]:not([hidden])")
        assert side.count() == 2
        expect(page.locator("[data-api-none]")).to_be_hidden()
        assert found_by(page, "过户 zzz") == []
        expect(page.locator("[data-api-none]")).to_be_visible()


def test_letters_of_a_chinese_word_that_is_being_typed_hide_nothing(open_docs):
    page = open_docs("zh-hans", width=1280)
    everything = len(found_by(page, ""))
    page.get_by_role("searchbox").focus()
    typing = page.context.new_cdp_session(page)
    typing.send(
        "Input.imeSetComposition", {"text": "guohu", "selectionStart": 5, "selectionEnd": 5}
    )
    assert page.get_by_role("searchbox").input_value() == "guohu"
    assert page.locator("details[data-api-words]:not([hidden])").count() == everything
    typing.send("Input.insertText", {"text": "过户"})
    assert 0 < page.locator("details[data-api-words]:not([hidden])").count() < everything


def test_operation_is_found_and_opened_by_keyboard_alone(open_docs):
    page = open_docs("zh-hans", width=1280)
    for _press in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "api-search":
            break
    page.keyboard.type("原样重新提交")
    page.keyboard.press("Enter")
    operation = page.locator("#postResubmitVerification")
    expect(operation).to_have_attribute("open", "")
    expect(operation.locator("> summary")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "此接口的链接"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert operation.get_attribute("open") is None
