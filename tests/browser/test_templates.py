"""Info templates in a real browser: suggestions and checks while typing, and without scripts."""

import os
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import expect

from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as
from templates_app import services
from tests.templates_app.samples import NUMBER, PERSON

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Where to put pictures of the pages, to be looked at; none by default.
PICTURES = os.environ.get("PICTURES", "")


@pytest.fixture
def template(acme):
    with acting_as(system_actor(acme.pk)) as actor:
        made = services.create_template(actor=actor, fields=PERSON)
        services.enter_review(actor=actor, template=made)
        return services.pass_review(actor=actor, template=made)


@pytest.fixture
def open_page(open_context, live_server, alice):
    """`open_page(path, width=…, theme=…, language=…)`: as Alice; what the console says is kept
    in `page.complaints`."""
    client = Client()
    client.force_login(alice, backend="django.contrib.auth.backends.ModelBackend")
    session = client.cookies["sessionid"].value

    def opened(path, *, theme="light", language="en", **options):
        context = open_context(**options)
        cookies = {"sessionid": session, "theme": theme, "language": language}
        context.add_cookies(
            [{"name": n, "value": v, "url": live_server.url} for n, v in cookies.items()]
        )
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(live_server.url + path, wait_until="networkidle")
        return page

    return opened


def paths(template):
    return ["/templates/", "/templates/new/", f"/templates/{template.public_id}/"]


@pytest.mark.parametrize(
    ("theme", "width", "language"), [("light", 390, "en"), ("dark", 1440, "zh-hans")]
)
def test_pages_are_accessible_and_never_scroll_sideways(
    open_page, template, theme, width, language
):
    for number, path in enumerate(paths(template)):
        page = open_page(path, theme=theme, width=width, language=language, bypass_csp=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        found = Axe().run(page).response["violations"]
        assert [(v["id"], [node["html"] for node in v["nodes"]]) for v in found] == [], path
        if PICTURES:
            name = f"templates-{number}-{width}-{theme}.png"
            page.screenshot(path=Path(PICTURES) / name, full_page=True)


def test_pages_keep_to_the_policy(open_page, template):
    for path in paths(template):
        assert open_page(path).complaints == []


def test_english_follows_the_chinese_until_a_person_corrects_it(open_page, acme, alice):
    page = open_page("/templates/new/")
    page.fill("#id_name_zh", "单晓明")
    expect(page.locator("#id_name_en")).to_have_value("Shan Xiaoming")
    page.fill("#id_name_zh", "王晓明")
    expect(page.locator("#id_name_en")).to_have_value("Wang Xiaoming")
    page.fill("#id_name_en", "WANG Xiao Ming")
    with page.expect_response("**/romanise/"):
        page.fill("#id_name_zh", "李晓明")
    page.wait_for_timeout(100)
    assert page.input_value("#id_name_en") == "WANG Xiao Ming"
    assert page.complaints == []


def test_number_is_judged_when_leaving_the_field(open_page, acme, alice):
    page = open_page("/templates/new/")
    page.select_option("#id_document_type", "SFZ")
    page.fill("#id_document_number", "110105194912310021")
    page.locator("#id_document_number").blur()
    page.locator("#number-check .finding-bad").first.wait_for()
    page.fill("#id_document_number", NUMBER)
    page.locator("#id_document_number").blur()
    page.locator("#number-check .finding-ok").wait_for()
    assert page.complaints == []


def test_form_without_scripts_is_saved_with_suggestions(open_page, acme, alice):
    page = open_page("/templates/new/", java_script_enabled=False)
    for name in ("name_zh", "contact_name_zh", "city", "address_zh", "postcode", "email"):
        page.fill(f"#id_{name}", getattr(PERSON, name))
    page.fill("#id_province", "北京")
    page.fill("#id_phone_number", PERSON.phone_number)
    page.select_option("#id_document_type", "SFZ")
    page.fill("#id_document_number", NUMBER)
    page.get_by_role("button", name="Save").click()
    page.get_by_text("The info template is saved.").wait_for()
    assert page.get_by_text("Li Xiaoming").count() == 2


def test_number_is_revealed_after_the_code_with_the_reason_as_typed(
    open_page, template, mailoutbox
):
    page = open_page(f"/templates/{template.public_id}/")
    page.get_by_text("Show", exact=True).first.click()
    page.fill("#reason", "customer called")
    page.get_by_role("button", name="Show").last.click()
    page.get_by_role("button", name="Send the code").click()
    page.locator("#step-up-code").wait_for()
    page.fill("#step-up-code", re.search(r"\d{6}", mailoutbox[-1].body)[0])
    page.get_by_role("button", name="Confirm").click()
    expect(page.locator("#reason")).to_have_value("customer called")
    page.get_by_role("button", name="Show").last.click()
    expect(page.locator("#number")).to_have_text(NUMBER)
    assert page.complaints == []


def test_refused_form_leads_to_what_is_wrong(open_page, template):
    page = open_page(f"/templates/{template.public_id}/new-version/", language="zh-hans")
    page.fill("#id_contact_name_zh", "示例有限公司")
    page.fill("#id_name_en", "Wang Wu")
    page.fill("#id_document_number", "110105194912310021")
    page.get_by_role("button", name="保存").click()
    expect(page.locator("#id_contact_name_zh_field .field-error")).to_be_visible()
    expect(page.locator("#id_document_number_field .field-error")).to_be_visible()
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / "templates-refused.png", full_page=True)
