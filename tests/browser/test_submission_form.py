"""The submission form in a real browser: keyboard and focus, and what is read aloud."""

import re

import pytest
from django.test import Client
from playwright.sync_api import expect

from tests import world
from tests.verification.data import NUMBER, OTHER_NUMBER
from tests.verification.materials_rules.pictures import picture
from tests.verification.services.test_prechecked_submission import card
from verification.models import Material, MaterialReading
from verification.picture_tasks import work_on_picture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PATH = "/domains/shop.com/reverify/resubmit/"


@pytest.fixture
def nobody_reads(settings, monkeypatch):
    """Pictures wait to be read, and to be converted, until the test says what came of it."""
    settings.READ_PICTURES = True
    monkeypatch.setattr(work_on_picture, "apply_async", lambda **_: None)


@pytest.fixture
def page(open_context, live_server, alice, acme, inside, nobody_reads):
    with inside(acme):
        made = world.domain_of(acme, "shop.com", real_name="failed", epp_statuses=["serverHold"])
        world.submission_of(acme, domain=made, state="failed", stage="authority")
    client = Client()
    client.force_login(alice, backend="django.contrib.auth.backends.ModelBackend")
    cookies = {"sessionid": client.cookies["sessionid"].value, "language": "en"}
    context = open_context()
    context.add_cookies(
        [{"name": n, "value": v, "url": live_server.url} for n, v in cookies.items()]
    )
    page = context.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    asked = _watch(page)
    page.goto(live_server.url + PATH, wait_until="networkidle")
    yield page
    # What is still being answered would look into a database that is being emptied.
    while asked:
        page.wait_for_event("requestfinished")
    page.close()
    assert complaints == []


def _watch(page) -> set:
    """The requests that have no answer yet, always as of now."""
    asked = set()

    def begin(request):
        asked.add(request)

    def end(request):
        asked.discard(request)

    page.on("request", begin)
    page.on("requestfinished", end)
    page.on("requestfailed", end)
    return asked


@pytest.fixture
def choose_picture(page):
    """`choose_picture()`: uploads one."""

    def choose(kind="jpeg"):
        file = {"name": "card", "mimeType": "image/jpeg", "buffer": picture(kind)}
        page.set_input_files("#id_pictures", file)

    return choose


@pytest.fixture
def read_picture(acme, inside):
    """`read_picture(card())`: what was read in the only one."""

    def read(found):
        with inside(acme):
            MaterialReading.objects.all().delete()
            world.reading_of(Material.objects.get(), found)

    return read


def test_enter_in_a_field_submits(page):
    page.fill("#id_document_number", NUMBER)
    page.press("#id_document_number", "Enter")
    expect(page.locator("#pictures-error")).to_contain_text("Upload a picture")
    expect(page.locator("#id_document_number")).to_be_focused()


def test_what_is_typed_while_a_picture_is_sent_stays(page, choose_picture):
    held = []

    def hold(route):
        held.append(route)

    page.route(f"**{PATH}", hold)
    with page.expect_request(f"**{PATH}"):
        choose_picture()
    page.locator("#id_document_number").press_sequentially(NUMBER)
    held[0].continue_()
    expect(page.locator(".thumb")).to_have_count(1)
    expect(page.locator("#id_document_number")).to_have_value(NUMBER)
    expect(page.locator("#id_document_number")).to_be_focused()


def test_panel_keeps_focus_and_what_is_unfolded_and_says_what_is_new(
    page, choose_picture, read_picture
):
    said, notes = page.locator("#said"), page.locator("#precheck-notes summary")
    region = said.element_handle()
    page.fill("#id_document_number", NUMBER)
    # Converted before it is sent, which is said in a note.
    choose_picture("heif")
    expect(said).to_contain_text("Reading picture 1 of 1")
    notes.click()
    read_picture(card(number=OTHER_NUMBER, turned=90))
    expect(said).to_contain_text("to be corrected")
    expect(page.locator("#precheck-notes")).to_have_attribute("open", "")
    expect(notes).to_be_focused()
    expect(page.locator(".thumb-img")).to_have_attribute("src", re.compile("turned=90"))
    # The region is the one that was there: a new one would not be read aloud.
    assert region.evaluate("region => region.isConnected")
