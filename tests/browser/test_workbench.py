"""The workbench in a real browser: pictures by keys, rows to places, reveal, help."""

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
def case(acme, rex, inside):
    with inside(acme):
        return workbench.make_case(
            acme, "shop.com", state="in_review", reviewer=rex, claimed_at=timezone.now()
        )


@pytest.fixture
def opened(open_context, live_server, rex, case):
    pages = []

    def open_one(submission=None, **options):
        path = f"/admin/verification/submission/{(submission or case).pk}/decide/"
        page = workbench.open_page(open_context, live_server.url, rex, path, **options)
        pages.append(page)
        return page

    yield open_one
    for page in pages:
        page.wait_for_load_state("networkidle")


def picture(page, name):
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"workbench-{name}.png")


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1920, 1080)])
def test_page_is_accessible_and_all_of_it_is_in_sight(opened, language, theme, width, height):
    page = opened(language=language, theme=theme, width=width, height=height, bypass_csp=True)
    picture(page, f"{width}-{theme}-{language}")
    start_axe(page)
    assert axe_complaints(page) == []
    assert not scrolls_sideways(page)
    # The page itself doesn't scroll: pictures, rows and decision are all there.
    assert page.evaluate("document.documentElement.scrollHeight") <= height
    for part in ("[data-viewer-picture]", "#row-number", "#decision-title"):
        assert workbench.frame(page, part)["bottom"] <= height, part


def act(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def middle_of(box):
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def inside(part, whole):
    return (
        whole["left"] - 1 <= part["left"] and part["right"] <= whole["right"] + 1
        and whole["top"] - 1 <= part["top"] and part["bottom"] <= whole["bottom"] + 1
    )  # fmt: skip


SHEET = "figure:not([hidden]) [data-viewer-sheet]"
STAGE = "figure:not([hidden]) [data-viewer-stage]"
CHOSEN = "figure:not([hidden]) .viewer-mark-chosen"


def test_keys_zoom_turn_and_move_the_picture(opened):
    page = opened()
    whole = workbench.frame(page, SHEET)
    assert inside(whole, workbench.frame(page, STAGE))
    act(page, "+", "+")
    assert workbench.frame(page, SHEET)["width"] == pytest.approx(
        whole["width"] * 1.25**2, rel=0.01
    )
    act(page, "-", "0")
    assert workbench.frame(page, SHEET) == pytest.approx(whole, abs=0.1)
    act(page, "]")
    turned = workbench.frame(page, SHEET)
    assert turned["height"] > turned["width"]
    assert inside(turned, workbench.frame(page, STAGE))
    act(page, "[", "+", "+")
    before = workbench.frame(page, SHEET)
    act(page, "ArrowRight", "ArrowDown")
    after = workbench.frame(page, SHEET)
    moved = (after["left"] - before["left"], after["top"] - before["top"])
    assert moved == pytest.approx((-60, -60), abs=0.1)
    assert page.complaints == []


def test_mouse_drags_and_the_wheel_zooms_where_it_points(opened):
    page = opened()
    x, y = middle_of(workbench.frame(page, STAGE))
    page.mouse.move(x + 50, y + 20)
    before = workbench.frame(page, SHEET)
    page.mouse.wheel(0, -240)
    after = workbench.frame(page, SHEET)
    assert after["width"] > before["width"]
    share = (x + 50 - before["left"]) / before["width"]
    assert (x + 50 - after["left"]) / after["width"] == pytest.approx(share, abs=0.01)
    page.mouse.down()
    page.mouse.move(x + 90, y + 50)
    page.mouse.up()
    assert workbench.frame(page, SHEET)["left"] == pytest.approx(after["left"] + 40, abs=1)


@pytest.mark.parametrize("turns", [0, 1, 2])
def test_a_row_leads_to_its_place_however_the_picture_is_turned(opened, turns):
    page = opened()
    act(page, *["]"] * turns)
    page.locator("#row-number").click()
    mark, sheet = workbench.frame(page, CHOSEN), workbench.frame(page, SHEET)
    assert inside(mark, workbench.frame(page, STAGE))
    box = workbench.NUMBER_BOX
    # Where the mark's middle has to stand in the picture's frame, turned with it.
    across, down = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    wanted = [(across, down), (1 - down, across), (1 - across, 1 - down)][turns]
    x, y = middle_of(mark)
    found = ((x - sheet["left"]) / sheet["width"], (y - sheet["top"]) / sheet["height"])
    assert found == pytest.approx(wanted, abs=0.01)
    picture(page, f"row-{turns}")


def test_rows_are_walked_by_keys_and_enter_opens_the_right_picture(opened):
    page = opened()
    expect(page.locator("#picture-2")).to_be_hidden()
    act(page, "j", "j", "j", "j")
    expect(page.locator("#row-issued_on")).to_be_focused()
    act(page, "Enter")
    expect(page.locator("#picture-2")).to_be_visible()
    assert page.locator(CHOSEN).count() == 1
    act(page, "k")
    expect(page.locator("#row-type")).to_be_focused()
    act(page, "1")
    expect(page.locator("#picture-1")).to_be_visible()
    act(page, ".")
    expect(page.locator("#picture-2")).to_be_visible()


def test_number_is_revealed_by_two_keys_and_nothing_else_moves(opened):
    page = opened()
    act(page, "+", "+", "+")
    before = workbench.frame(page, SHEET)
    assert workbench.TYPED not in page.content()
    act(page, "r", "Enter")
    expect(page.locator("#number")).to_have_text(workbench.TYPED)
    expect(page.locator("#row-number .mark-typed")).to_have_text("6")
    assert workbench.frame(page, SHEET) == before
    picture(page, "revealed")
    assert page.complaints == []


def test_keys_rest_while_somebody_types(opened):
    page = opened()
    act(page, "r")
    page.locator("#comparison .reasons-own input[name=text]").click()
    before = workbench.frame(page, SHEET)
    page.keyboard.type("++]j?")
    assert workbench.frame(page, SHEET) == before
    expect(page.locator("#comparison .reasons-own input[name=text]")).to_have_value("++]j?")
    expect(page.locator("#review-keys")).to_be_hidden()


def test_question_mark_lists_the_keys_and_others_rest_meanwhile(opened):
    page = opened(bypass_csp=True)
    before = workbench.frame(page, SHEET)
    act(page, "?")
    dialog = page.locator("#review-keys")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("Show number")
    expect(dialog).to_contain_text("Turn right")
    act(page, "+")
    assert workbench.frame(page, SHEET) == before
    picture(page, "keys")
    start_axe(page)
    assert axe_complaints(page) == []
    act(page, "Escape")
    expect(dialog).to_be_hidden()


def test_phone_shows_all_of_it_below_each_other(opened):
    page = opened(width=390, height=844, bypass_csp=True)
    assert not scrolls_sideways(page)
    picture(page, "390")
    start_axe(page)
    assert axe_complaints(page) == []


def test_without_scripts_pictures_stand_below_each_other(opened):
    page = opened(java_script_enabled=False)
    assert page.locator("figure img:visible").count() >= 2
    expect(page.locator("[data-viewer-bar]")).to_be_hidden()
    page.locator("#row-number").click()
    assert page.url.endswith("#picture-1")


def test_unclaimed_pictures_wait_for_a_reason(opened, acme, rex, inside):
    with inside(acme):
        free = workbench.make_case(acme, "free.com", state="submitted")
    page = opened(free)
    expect(page.locator("figure")).to_have_count(0)
    picture(page, "hidden")
    act(page, "v", "Enter")
    expect(page.locator("#picture-1 img")).to_be_visible()
