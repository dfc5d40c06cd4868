"""The main job for those without scripts, without rights, or with a file that is no picture."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from registrar.embedded.demo_data.identities import BY_KEY
from registrar.embedded.demo_data.pictures import draw
from tests.browser.demo_people import READ_WITHIN, Person
from tests.stack.harness import wait_for

pytestmark = [pytest.mark.browser, pytest.mark.stack, pytest.mark.xdist_group("stack")]

Visit = Callable[..., Person]
_LI = BY_KEY["li"]


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    file = tmp_path / "证件.jpg"
    file.write_bytes(draw(_LI))
    return file


def test_route_two_without_scripts_is_handed_in(visit: Visit, picture: Path) -> None:
    name = "yangben-note.com"
    owner = visit("owner@acme.example", java_script_enabled=False)
    page = owner.page
    owner.find_domain(name).get_by_role("link", name="实名认证失败", exact=True).click()
    page.locator("main").get_by_role("link", name="修改材料并提交", exact=True).click()
    page.set_input_files("#id_pictures", picture)
    owner.click("button", "添加图片")
    expect(page.locator(".thumb-img")).to_be_visible()
    page.fill("#id_document_number", _LI.number)
    wait_for(lambda: _checked(owner), within=READ_WITHIN / 1000, for_what="the pre-check")
    owner.click("button", "提交实名认证")
    expect(page.locator("#verification-status")).to_contain_text("等待初审")
    assert owner.status_of(name) == "实名认证审核中"


def _checked(owner: Person) -> bool:
    """Whether every picture is read by now, asked by the button for browsers without scripts."""
    owner.click("button", "检查")
    expect(owner.page.locator("#id_document_number")).to_have_value(_LI.number)
    return owner.page.locator("#precheck .precheck-progress").count() == 0


def test_viewer_sees_closed_actions_with_the_reason(visit: Visit) -> None:
    viewer = visit("viewer@acme.example")
    page = viewer.page
    viewer.find_domain("shili-mall.cn").get_by_role("link", name="实名认证失败").click()
    for action in ("选择信息模板", "修改材料并提交"):
        _expect_refused_by_role(viewer, action)
    page.goto("/domains/shili-mall.cn/")
    _expect_refused_by_role(viewer, "域名过户")
    assert viewer.complaints == []


def _expect_refused_by_role(viewer: Person, action: str) -> None:
    button = viewer.page.locator("main").get_by_role("button", name=action, exact=True)
    expect(button).to_have_attribute("aria-disabled", "true")
    why = button.get_attribute("aria-describedby")
    expect(viewer.page.locator(f"#{why}")).to_contain_text("您的角色没有此权限")


@pytest.mark.parametrize("scripts", [True, False])
def test_file_that_is_no_picture_is_refused_beside_its_field(
    visit: Visit, tmp_path: Path, picture: Path, scripts: bool
) -> None:
    text = tmp_path / "renamed.jpg"
    text.write_text("这不是图片。" * 5000, encoding="utf-8")
    half = tmp_path / "half.jpg"
    half.write_bytes(picture.read_bytes()[:70_000])
    owner = visit("owner@acme.example", java_script_enabled=scripts)
    page = owner.page
    page.goto("/domains/lisample.cn/reverify/resubmit/")
    page.fill("#id_document_number", _LI.number)
    for file, words in ((text, "不是图片"), (half, "图片已损坏或不完整")):
        page.set_input_files("#id_pictures", file)
        if not scripts:
            owner.click("button", "添加图片")
        expect(page.locator("#id_materials_field #pictures-error")).to_contain_text(words)
        expect(page.locator("#id_document_number")).to_have_value(_LI.number)
        expect(page.locator(".thumb-img")).to_have_count(0)
    page.set_input_files("#id_pictures", picture)
    if not scripts:
        owner.click("button", "添加图片")
    expect(page.locator(".thumb-img")).to_be_visible()
    expect(page.locator("#pictures-error")).to_have_count(0)
    expect(page.locator("#id_document_number")).to_have_value(_LI.number)
    assert owner.complaints == []
