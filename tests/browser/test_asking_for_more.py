"""A reviewer asks for a picture and for words, the customer brings both, the reviewer sees them."""

from io import BytesIO

import pytest
from django.test import Client
from playwright.sync_api import expect

from registrar.accounts.permissions import Role
from registrar.tenancy.actor import Actor, ActorKind
from registrar.tenancy.context import acting_as
from tests import world
from tests.browser.page_checks import axe_complaints, scrolls_sideways, start_axe
from tests.verification.conftest import picture_bytes
from verification.materials_rules import get_profile
from verification.models import Submission
from verification.services.materials import store_material
from verification.services.submissions import claim_submission, submit_verification

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def submission(acme, alice, rex, actor_of, inside) -> Submission:
    """An info template of acme, handed in and claimed by Rex."""
    owner = actor_of(acme, alice, Role.OWNER)
    with inside(acme):
        template = world.template_of(acme)
    material = store_material(
        actor=owner,
        kind="identity_document",
        upload=BytesIO(picture_bytes()),
        profile=get_profile("tencent"),
    )
    with acting_as(owner):
        row = submit_verification(actor=owner, template=template, materials=[material])
    reviewer = Actor(kind=ActorKind.STAFF, account_id=None, label="Rex", user_id=rex.pk)
    with acting_as(reviewer):
        return claim_submission(actor=reviewer, submission=row)


@pytest.fixture
def visit(open_context, live_server):
    """`visit(alice, "/verifications/", width=390)`: signed in, in English unless said otherwise.
    Whatever the pages complain of fails the test."""
    complaints = []

    def opened(user, path, *, language="en", theme="light", **size):
        client = Client()
        client.force_login(user, backend=BACKEND)
        cookies = {"sessionid": client.cookies["sessionid"].value, "language": language}
        context = open_context(color_scheme=theme, **size)
        context.add_cookies(
            [{"name": n, "value": v, "url": live_server.url} for n, v in cookies.items()]
        )
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(live_server.url + path, wait_until="networkidle")
        return page

    yield opened
    assert complaints == []


def decide_path(submission: Submission) -> str:
    return f"/admin/verification/submission/{submission.pk}/decide/"


def ask(page) -> None:
    """A picture again and an explanation, by the form on the decision page."""
    page.locator("#ask-more > summary").click()
    page.select_option("#what_1", "retake")
    page.select_option("#about_1", index=1)
    page.fill("#detail_1", "左下角看不清")
    page.select_option("#what_2", "explanation")
    page.fill("#detail_2", "为什么改名？")


def answer(page) -> None:
    """A picture, which is uploaded at once, and words."""
    picture = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": picture_bytes(seed=5)}
    page.fill("#more textarea", "公司改名了")
    page.locator("#more input[type=file]").set_input_files(picture)
    expect(page.locator("#more .thumb-name", has_text="Your new picture")).to_be_visible()


def test_whole_round(submission, visit, rex, alice):
    desk = visit(rex, decide_path(submission))
    ask(desk)
    desk.locator("#ask-more .form-actions button", has_text="Preview").click()
    expect(desk.locator("#ask-preview")).to_contain_text("The picture again, sharper")
    expect(desk.locator("#detail_2")).to_have_value("为什么改名？")
    desk.locator("#ask-more .form-actions .btn-primary").click()
    desk.wait_for_url("**/admin/verification/submission/")

    phone = visit(alice, "/", width=390, height=844)
    phone.get_by_role("link", name="Answer now").first.click()
    expect(phone.locator("#more")).to_contain_text("左下角看不清")
    answer(phone)
    # What was typed before the picture came is still there.
    expect(phone.locator("#more textarea")).to_have_value("公司改名了")
    assert not scrolls_sideways(phone)
    phone.locator("#more .form-actions .btn-primary").click()
    expect(phone.locator("#more")).to_have_count(0)
    expect(phone.locator("#verification-status")).to_contain_text("Answered")

    desk.goto(desk.url.split("/admin/")[0] + decide_path(submission))
    expect(desk.locator("main, #content").first).to_contain_text("公司改名了")
    expect(desk.locator("main, #content").first).to_contain_text("in place of the earlier one")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_answering_is_accessible(submission, visit, rex, alice, theme):
    desk = visit(rex, decide_path(submission), theme=theme)
    ask(desk)
    start_axe(desk)
    assert axe_complaints(desk) == []
    desk.locator("#ask-more .form-actions .btn-primary").click()
    page = visit(alice, f"/verifications/{submission.public_id}/", theme=theme)
    page.locator("#more .form-actions .btn-primary").click()
    expect(page.locator("#more .field-error").first).to_be_visible()
    start_axe(page)
    assert axe_complaints(page) == []


def test_page_that_waits_for_the_review_turns_to_the_question(submission, visit, rex, alice):
    page = visit(alice, f"/verifications/{submission.public_id}/")
    expect(page.locator("#more")).to_have_count(0)
    desk = visit(rex, decide_path(submission))
    ask(desk)
    desk.locator("#ask-more .form-actions .btn-primary").click()
    expect(page.locator("#more")).to_be_visible(timeout=20_000)
