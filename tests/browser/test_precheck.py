"""The pre-check in the browser, with pictures that are really read (the demo's readers)."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from registrar.embedded.demo_data.identities import BY_KEY
from registrar.embedded.demo_data.pictures import draw
from tests.browser.demo_people import READ_WITHIN, RESULT_WITHIN, Person
from tests.browser.page_checks import axe_complaints, start_axe

pytestmark = [pytest.mark.browser, pytest.mark.stack, pytest.mark.xdist_group("stack")]

Visit = Callable[..., Person]
_WANG = BY_KEY["wang"]
# Digit 10, of the birth date, is another.
_WRONG = _WANG.number[:9] + str((int(_WANG.number[9]) + 1) % 10) + _WANG.number[10:]


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    file = tmp_path / "card.jpg"
    file.write_bytes(draw(_WANG))
    return file


def test_a_wrong_digit_is_stopped_mended_and_passes(visit: Visit, picture: Path) -> None:
    name = "fanli-new.cn"
    owner = visit("owner@acme.example")
    page = owner.page
    page.goto(f"/domains/{name}/reverify/resubmit/")
    page.fill("#id_document_number", _WRONG)
    # The form alone is checked at once, long before anything is read.
    expect(page.locator("#precheck .finding-bad")).to_have_count(1)
    page.set_input_files("#id_pictures", picture)
    expect(page.locator("#precheck .precheck-progress")).to_be_visible()
    owner.wait_for_precheck()

    finding = page.locator("#precheck .finding-bad", has_text="证件号码与证件不一致")
    expect(finding.locator(".mark-typed")).to_have_text(_WRONG[9])
    expect(finding.locator(".mark-read")).to_have_text(_WANG.number[9])
    crop = finding.locator(".beside-place img")
    crop.scroll_into_view_if_needed()
    assert crop.evaluate("image => image.decode().then(() => image.naturalWidth)") > 50
    start_axe(page)
    assert axe_complaints(page) == []

    owner.click("button", "提交实名认证")
    wrong = page.locator("#id_document_number_field .field-error")
    expect(wrong).to_contain_text("证件号码与证件不一致")
    finding.get_by_role("button", name="采用识别结果").click()
    expect(page.locator("#id_document_number")).to_have_value(_WANG.number)
    expect(wrong).to_have_count(0)
    expect(page.locator("#precheck")).to_contain_text("可以提交")
    owner.click("button", "提交实名认证")
    expect(page.locator("#verification-status")).to_contain_text("等待初审")

    _let_it_pass(visit("reviewer@registrar.example"), name)
    owner.wait_for_status(name, "已实名认证")
    # The answer to the refused submission is the form itself, no error of the browser.
    assert owner.complaints == []


def test_a_picture_fills_a_new_template(visit: Visit, picture: Path) -> None:
    owner = visit("owner@acme.example")
    page = owner.page
    page.goto("/templates/")
    owner.click("link", "拍照填写")
    page.set_input_files("#id_pictures", picture)
    expect(page.locator("#read-values .fills")).to_be_visible(timeout=READ_WITHIN)
    _take_away(page, "通讯地址（中文）")
    owner.click("button", "采用并继续")
    expect(page.locator("#id_name_zh")).to_have_value(_WANG.name)
    expect(page.locator("#id_document_number")).to_have_value(_WANG.number)
    expect(page.locator("#id_document_type")).to_have_value("SFZ")
    expect(page.locator("#id_address_zh")).to_have_value("")
    assert page.url.endswith("/templates/new/")
    assert owner.complaints == []


def _take_away(page: Page, label: str) -> None:
    page.locator(".fill-row", has_text=label).get_by_role("checkbox").uncheck()


def _let_it_pass(reviewer: Person, domain: str) -> None:
    page = reviewer.page
    page.goto("/admin/verification/submission/")
    reviewer.row(domain).locator("a[href$='/decide/']").first.click()
    reviewer.click("button", "认领")
    reviewer.click("button", "通过并提交审核机构")
    expect(page.locator(".messagelist")).to_contain_text("已通过", timeout=RESULT_WITHIN)
