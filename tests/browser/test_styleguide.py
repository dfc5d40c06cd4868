"""Every component in a real browser: accessible, within the policy, usable without scripts."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PATH = "/styleguide/"


@pytest.fixture
def address(live_server, settings) -> str:
    settings.DEMO = True
    return live_server.url


@pytest.fixture
def page(open_context, address):
    page = open_context().new_page()
    page.goto(address + PATH)
    return page


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_styleguide_has_no_accessibility_violation(open_context, address, theme, width):
    context = open_context(width=width, bypass_csp=True)
    context.add_cookies([{"name": "theme", "value": theme, "url": address}])
    page = context.new_page()
    page.goto(address + PATH)
    page.evaluate("document.querySelectorAll('.cause').forEach(cause => { cause.open = true })")
    found = Axe().run(page).response["violations"]
    assert [(v["id"], [node["html"] for node in v["nodes"]]) for v in found] == []


@pytest.mark.parametrize("width", [1440, 768, 390, 320])
def test_styleguide_at_any_width_never_scrolls_sideways(open_context, address, width):
    page = open_context(width=width).new_page()
    page.goto(address + PATH)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_styleguide_keeps_to_the_policy(open_context, address):
    page = open_context().new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address + PATH, wait_until="networkidle")
    assert complaints == []


def test_theme_without_scripts_is_switched_by_the_form(open_context, address):
    page = open_context(java_script_enabled=False).new_page()
    page.goto(address + PATH)
    page.locator(".topbar details:has(button[name=theme]) > summary").click()
    page.locator(".topbar button[name=theme][value=dark]").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert page.url == address + PATH


def test_dialog_escape_closes_it_and_gives_the_focus_back(page):
    opener = page.locator(".dialog > summary").first
    opener.click()
    assert page.locator(".dialog-panel").first.is_visible()
    page.keyboard.press("Escape")
    assert page.locator(".dialog-panel").first.is_hidden()
    assert opener.evaluate("summary => summary === document.activeElement")


def test_dialog_without_scripts_closes_by_a_click_beside_it(open_context, address):
    page = open_context(java_script_enabled=False).new_page()
    page.goto(address + PATH)
    page.locator(".dialog > summary").first.click()
    page.mouse.click(5, 895)
    assert page.locator(".dialog-panel").first.is_hidden()


def test_check_all_ticks_every_row_and_counts(page):
    page.locator("[data-check-all]").check()
    assert page.locator("input[name=domain]:checked").count() == 5
    assert page.locator("[data-check-count]").inner_text() == "5"


def choose_file(page):
    page.set_input_files("#picture", {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"x"})


def answer_posts(page, status, body, content_type="application/json"):
    def handle(route):
        if route.request.method != "POST":
            return route.continue_()
        return route.fulfill(status=status, body=body, content_type=content_type)

    page.route("**" + PATH + "*", handle)


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (json.dumps({"errors": [{"message": "图片过大"}]}), "application/json"),
        ('<div class="field-error"><p>图片过大</p></div>', "text/html"),
    ],
)
def test_upload_refused_shows_the_servers_words(page, body, content_type):
    answer_posts(page, 422, body, content_type)
    choose_file(page)
    page.locator("form[data-upload]").evaluate("form => form.requestSubmit()")
    error = page.locator("[data-upload-error]")
    error.wait_for(state="visible")
    assert error.inner_text().strip() == "图片过大"


def test_upload_answer_without_explanation_shows_the_forms_own_text(page):
    answer_posts(page, 502, "bad gateway", "text/plain")
    choose_file(page)
    page.locator("form[data-upload]").evaluate("form => form.requestSubmit()")
    page.locator("[data-upload-error]").wait_for(state="visible")
    expected = page.locator("form[data-upload]").get_attribute("data-upload-failed")
    assert page.locator("[data-upload-error]").inner_text().strip() == expected


def test_upload_accepted_goes_where_the_server_says(page, address):
    answer_posts(page, 200, json.dumps({"location": PATH + "?done=1"}))
    choose_file(page)
    page.locator("form[data-upload]").evaluate("form => form.requestSubmit()")
    page.wait_for_url(address + PATH + "?done=1")
