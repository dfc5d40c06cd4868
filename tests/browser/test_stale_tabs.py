"""A tab that was left open: the session ended or its object moved on meanwhile."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from playwright.sync_api import expect

from domains.models import Domain
from registrar.accounts.models import Membership
from tests import world

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BACKEND = "django.contrib.auth.backends.ModelBackend"
RESUBMIT = "/domains/shop.com/reverify/resubmit/"
BUTTON = "#submission-form .form-actions button[name=submit]"


@pytest.fixture
def domain(acme, inside) -> Domain:
    with inside(acme):
        made = world.domain_of(acme, "shop.com", real_name="failed", epp_statuses=["serverHold"])
        world.submission_of(acme, domain=made, state="failed", stage="authority")
    return made


@pytest.fixture
def open_page(open_context, live_server, alice):
    """`open_page(path)`: as Alice, in English."""
    client = Client()
    client.force_login(alice, backend=BACKEND)
    cookies = {"sessionid": client.cookies["sessionid"].value, "language": "en"}

    def opened(path):
        context = open_context()
        context.add_cookies(
            [{"name": n, "value": v, "url": live_server.url} for n, v in cookies.items()]
        )
        page = context.new_page()
        page.goto(live_server.url + path, wait_until="networkidle")
        return page

    return opened


def expect_one_page(page) -> None:
    """Not a second one inside a card of the first."""
    expect(page.locator("main")).to_have_count(1)
    expect(page.locator("header.topbar nav.sidebar, main header.topbar")).to_have_count(0)


def test_form_sent_after_its_gate_closed_moves_to_the_page_that_says_why(
    open_page, domain, acme, inside
):
    page = open_page(RESUBMIT)
    with inside(acme):
        Domain.objects.filter(pk=domain.pk).update(real_name="in_review")
    page.click(BUTTON)
    page.wait_for_url("**/domains/shop.com/reverify/")
    expect_one_page(page)


def test_form_sent_after_the_session_ended_moves_to_sign_in_and_back(open_page, domain):
    page = open_page(RESUBMIT)
    Session.objects.all().delete()
    page.click(BUTTON)
    page.wait_for_url(re.compile(r"/login/\?next=/domains/shop\.com/reverify/resubmit/$"))
    expect_one_page(page)
    page.fill("#id_username", "alice@acme.example")
    page.fill("#id_password", "zhengming-demo")
    page.click("form:has(#id_password) button.btn-primary")
    page.wait_for_url(f"**{RESUBMIT}")


def test_live_part_moves_to_sign_in_after_the_session_ended(open_page, domain, acme, inside):
    with inside(acme):
        open_one = world.submission_of(acme, domain=domain, state="submitted")
    page = open_page(f"/verifications/{open_one.public_id}/")
    Session.objects.all().delete()
    page.wait_for_url(re.compile(r"/login/\?next=/verifications/ver_\w+/$"))
    expect_one_page(page)


def test_live_part_stops_quietly_when_the_membership_ended(open_page, domain, acme, alice, inside):
    with inside(acme):
        open_one = world.submission_of(acme, domain=domain, state="submitted")
    page = open_page(f"/verifications/{open_one.public_id}/")
    asked, complaints = [], []
    page.on("response", lambda response: asked.append(response.status))
    page.on("console", lambda message: complaints.append(message.text))
    with inside(acme):
        Membership.objects.filter(user=alice).delete()
    # Long enough for two questions, one every 4 seconds.
    page.wait_for_timeout(9_500)
    assert asked == [286]
    assert complaints == []
    expect(page.locator("#verification-status")).to_be_visible()
    expect_one_page(page)
