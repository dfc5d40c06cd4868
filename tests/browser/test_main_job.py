"""A failed domain gets verified, by either route, on the whole running system (seed 003)."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from registrar.embedded.demo_data.identities import BY_KEY
from registrar.embedded.demo_data.pictures import draw
from tests.browser.demo_people import RESULT_WITHIN, Person
from tests.stack.api import Api
from tests.stack.harness import Stack
from verification.catalogue.catalogue import localise, reasons

pytestmark = [pytest.mark.browser, pytest.mark.stack, pytest.mark.xdist_group("stack")]

Visit = Callable[..., Person]

# What is closed while the registry reviews a new registrant (seed 003, 过户资料审核中).
_CLOSED_MEANWHILE = {
    *("域名转入", "域名转出", "域名过户"),
    *("账号间转移", "提交实名认证", "修改联系人"),
}


def test_route_one_moves_a_failed_domain_to_a_verified_template(visit: Visit, stack: Stack) -> None:
    name = "fanli-foto.cn"
    owner = visit("owner@acme.example")
    page = owner.page
    owner.find_domain(name).get_by_role("link", name="实名认证失败", exact=True).click()

    expect(page.locator("main")).to_contain_text(
        "注册者提交的身份证与公安部公民身份证信息查询接口中的查询结果不一致"
    )
    routes = page.locator("section:has(> h2#routes-title) h3")
    # None of the templates has this holder: giving the domain away is open, but not advised.
    expect(routes).to_have_text(["修改材料后重新认证", "过户到已实名认证的信息模板"])
    owner.click("link", "选择信息模板")

    owner.click("button", "发送验证码")
    page.fill("#step-up-code", owner.newest_code())
    owner.click("button", "确认")
    page.locator("label.choice", has_text="Zhang Shili ·").get_by_role("radio").check()
    owner.click("button", "下一步")
    expect(page.locator("main")).to_contain_text("张示例")
    # The registry's seconds are few: nothing moves while we look.
    with stack.worker_at_rest():
        owner.click("button", "提交过户申请")
        expect(page.locator(".toasts, .callout-ok").first).to_contain_text("域名过户申请已提交")
        assert owner.status_of(name) == "过户资料审核中"
        assert owner.blocked_operations() >= _CLOSED_MEANWHILE
        page.get_by_role("link", name="查看进度").click()
    expect(page.locator("#operation-status .badge").first).to_have_text(
        "成功", timeout=RESULT_WITHIN
    )
    owner.wait_for_status(name, "已实名认证")
    expect(page.locator("main")).to_contain_text("张示例")
    assert owner.complaints == []


def test_route_two_passes_with_the_right_number_after_review(visit: Visit, tmp_path: Path) -> None:
    name, li = "yangben-blog.cn", BY_KEY["li"]
    owner = visit("owner@acme.example")
    page = owner.page
    picture = _download_document(owner, li.name, tmp_path)
    page.goto("/")
    owner.find_domain(name).get_by_role("link", name="实名认证失败", exact=True).click()
    page.locator("main").get_by_role("link", name="修改材料并提交", exact=True).click()

    expect(page.locator("#id_document_type")).to_have_value("SFZ")
    marked = page.locator(".field-marked", has=page.locator("#id_document_number"))
    expect(marked).to_have_count(1)
    shown = _upload(owner, picture)
    assert shown, "the progress bar was never shown"
    page.fill("#id_document_number", li.number)
    owner.wait_for_precheck()
    owner.click("button", "提交实名认证")
    status = page.locator("#verification-status")
    expect(status).to_contain_text("等待初审", timeout=RESULT_WITHIN)
    follow = page.url
    assert owner.status_of(name) == "实名认证审核中"
    page.goto(follow)

    reviewer = visit("reviewer@registrar.example")
    _open_in_queue(reviewer, name)
    reviewer.click("button", "通过并提交审核机构")
    expect(reviewer.page.locator(".messagelist")).to_contain_text("已通过")
    # The customer's page hears of it by itself.
    expect(page.locator(".callout-ok", has_text="已实名认证")).to_be_visible(timeout=RESULT_WITHIN)
    owner.wait_for_status(name, "已实名认证")
    assert owner.complaints + reviewer.complaints == []


def test_reviewers_refusal_reaches_the_customer_in_both_languages(
    visit: Visit, acme_api: Api
) -> None:
    name, wang, code = "fanli-design.cn", BY_KEY["wang"], "materials_unclear"
    submission = acme_api.post_when_read(
        "/verifications",
        {
            "domain": name,
            "document_type": wang.document_type,
            "document_number": wang.number,
            "materials": [acme_api.upload(draw(wang))],
        },
    )["id"]
    reviewer = visit("reviewer@registrar.example")
    _open_in_queue(reviewer, name)
    reviewer.page.locator(f"input[name=reason_codes][value={code}]").check()
    reviewer.page.fill("#id_note_to_user", "请把整张证件拍进来。")
    reviewer.page.fill("#id_note_to_staff", "第二次了")
    reviewer.click("button", "驳回")
    expect(reviewer.page.locator(".messagelist")).to_contain_text("已驳回")

    owner = visit("owner@acme.example")
    owner.page.goto(f"/verifications/{submission}/")
    failure = owner.page.locator("section", has=owner.page.locator("#failure-title"))
    reason = reasons()[code]
    expect(failure.locator("h3")).to_have_text(localise(reason, "zh-hans").title)
    expect(failure).to_contain_text("请把整张证件拍进来。")
    owner.page.locator(".topbar summary", has_text="语言").click()
    owner.click("button", "English")
    expect(failure.locator("h3")).to_have_text(localise(reason, "en").title)
    expect(failure).to_contain_text("Note from the reviewer")
    expect(failure).to_contain_text("请把整张证件拍进来。")
    expect(owner.page.locator("body")).not_to_contain_text("第二次了")
    assert owner.complaints + reviewer.complaints == []


def _download_document(person: Person, holder: str, folder: Path) -> Path:
    person.page.goto("/demo/")
    with person.page.expect_download() as started:
        person.row(holder).last.get_by_role("link").click()
    file = folder / started.value.suggested_filename
    started.value.save_as(file)
    return file


def _upload(person: Person, picture: Path) -> bool:
    """Choose the picture and wait for its small view; whether the progress bar was seen."""
    page = person.page
    page.evaluate(
        """() => {
            window.barSeen = false;
            new MutationObserver(changes => {
                if (changes.some(change => !change.target.hidden)) window.barSeen = true;
            }).observe(document.querySelector("[data-upload-progress]"), {attributes: true});
        }"""
    )
    page.set_input_files("#id_pictures", picture)
    expect(page.locator(".thumb-img")).to_be_visible()
    assert page.locator(".thumb-img").evaluate("image => image.decode().then(() => true)")
    return bool(page.evaluate("window.barSeen"))


def _open_in_queue(reviewer: Person, domain: str) -> None:
    """From the admin's front page to the case, claimed."""
    page = reviewer.page
    page.goto("/admin/")
    page.locator("a[href='/admin/verification/submission/']").first.click()
    reviewer.row(domain).locator("a[href$='/decide/']").first.click()
    # Pictures show to whoever holds the claim.
    reviewer.click("button", "认领")
    expect(page.locator(".viewer-stage img").first).to_be_visible()
