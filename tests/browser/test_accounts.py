"""Pages of accounts and log in a real browser: accessible, within the policy, no script needed."""

import os
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import expect

from registrar.accounts.models import Membership
from registrar.accounts.permissions import Role
from registrar.accounts.purposes import Purpose
from registrar.accounts.services.invitations import invite_member
from registrar.accounts.services.keys import create_key
from registrar.accounts.services.members import change_role
from registrar.accounts.step_up import send_code
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from tests.browsers import sign_in
from tests.conftest import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Where to put pictures of the pages, to be looked at; none by default.
PICTURES = os.environ.get("PICTURES", "")


@pytest.fixture
def lived_in(acme, alice, bob, vera, actor_of):
    """An account where something has happened; gives the pages of it and the open invitation."""
    owner = actor_of(acme, alice)
    with acting_as(owner):
        member = Membership.objects.get(user=bob)
        change_role(actor=owner, member_id=member.public_id, role=Role.MANAGER)
        create_key(
            actor=owner, name="续费脚本", scopes=["domains:read", "domains:write"], expires_at=None
        )
        new = invite_member(actor=owner, email="new@acme.example", role=Role.VIEWER)
        entry = LogEntry.objects.get(action="member.role_changed")
    send_code(actor=owner, purpose=Purpose.CHANGE_REGISTRANT)
    signed_in = [
        "/settings/", "/settings/account/", "/settings/members/", "/settings/keys/",
        "/settings/password/", "/identity/change_registrant/?next=/", "/identity/push/?next=/",
        "/logs/", f"/logs/{entry.public_id}/", "/logs/?q=zzz", f"/invitations/{new.secret}/",
    ]  # fmt: skip
    signed_out = [
        "/login/", "/password-reset/", "/password-reset/sent/", "/password-reset/x/y/",
        f"/invitations/{new.secret}/", "/invitations/closed/", "/api/v1/docs",
    ]  # fmt: skip
    return {"in": signed_in, "out": signed_out}


@pytest.fixture
def open_page(open_context, live_server, alice):
    """`open_page(path, who=…)`: what the browser's console says is kept in `page.complaints`."""

    def opened(path, *, who=alice, theme="light", language="en", **options):
        client = Client()
        cookies = {"theme": theme, "language": language}
        if who is not None:
            sign_in(client, who)
            cookies["sessionid"] = client.cookies["sessionid"].value
        context = open_context(**options)
        context.add_cookies(
            [{"name": n, "value": v, "url": live_server.url} for n, v in cookies.items()]
        )
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(live_server.url + path, wait_until="domcontentloaded")
        return page

    return opened


@pytest.mark.parametrize("who", ["in", "out"])
@pytest.mark.parametrize(
    ("theme", "width", "language"), [("light", 390, "en"), ("dark", 1440, "zh-hans")]
)
def test_pages_are_accessible_and_never_scroll_sideways(
    open_page, lived_in, alice, who, theme, width, language
):
    user = alice if who == "in" else None
    for number, path in enumerate(lived_in[who]):
        page = open_page(
            path, who=user, theme=theme, width=width, language=language, bypass_csp=True
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        if PICTURES:
            name = f"accounts-{who}-{number}-{width}-{theme}-{language}.png"
            page.screenshot(path=Path(PICTURES) / name, full_page=True)
        found = Axe().run(page).response["violations"]
        assert [(v["id"], [node["html"] for node in v["nodes"]]) for v in found] == [], path
        page.context.close()


@pytest.mark.parametrize("who", ["in", "out"])
def test_pages_keep_to_the_policy(open_page, lived_in, alice, who):
    refused = ("Content Security Policy", "Refused")
    for path in lived_in[who]:
        page = open_page(path, who=alice if who == "in" else None)
        assert [text for text in page.complaints if any(word in text for word in refused)] == []


def test_sign_in_and_role_change_without_scripts(open_page, lived_in, bob, acme, inside):
    page = open_page("/settings/members/", who=None, java_script_enabled=False)
    page.fill("#id_username", "alice@acme.example")
    page.fill("#id_password", PASSWORD)
    page.click("main button.btn-primary")
    row = page.locator("tr", has_text="Bob")
    row.locator("summary", has_text="Change role").click()
    row.locator("select").select_option("viewer")
    row.locator("button.btn-primary").click()
    expect(page.locator(".toasts")).to_contain_text("Bob is now: Viewer")
    with inside(acme):
        assert Membership.objects.get(user=bob).role == Role.VIEWER
