"""The demo's own pages; they exist nowhere else."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

import registrar.urls  # noqa: F401 - before DEMO is switched on: addresses are made at import
from registrar.accounts.models import User
from registrar.embedded import outbox
from registrar.embedded.demo_data.accounts import load_accounts, load_staff
from registrar.embedded.demo_data.identities import IDENTITIES, Identity
from registrar.embedded.demo_data.review_cases import CASES
from registrar.embedded.demo_data.review_holders import QUEUE_HOLDERS
from registrar.embedded.demo_data.review_pictures import draw_case
from verification.materials_rules import DEFAULT_PROFILE, get_profile, inspect_picture


@pytest.fixture
def demo(settings: Any, tmp_path: Path) -> None:
    """The addresses as the demo has them."""
    settings.DEMO = True
    settings.OUTBOX_DIR = tmp_path / "outbox"
    settings.ROOT_URLCONF = "tests.registrar.embedded.demo_urls"


def test_demo_pages_do_not_exist_outside_the_demo(client: Client) -> None:
    with pytest.raises(NoReverseMatch):
        reverse("embedded:start")


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_start_page_names_everybody_who_passes_or_fails(client: Client, language: str) -> None:
    client.cookies["language"] = language
    page = client.get(reverse("embedded:start")).content.decode()
    for identity in IDENTITIES:
        assert identity.name in page
        assert identity.number in page
    assert ("一键登录" in page) == (language == "zh-hans")


@pytest.mark.usefixtures("demo")
def test_document_downloads_as_a_picture(client: Client) -> None:
    answer = client.get(reverse("embedded:document", args=["li"]))
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Content-Disposition"].startswith("attachment")
    assert client.get(reverse("embedded:document", args=["nobody"])).status_code == 404


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("holder", QUEUE_HOLDERS, ids=lambda holder: holder.key)
def test_whoever_a_reviewer_may_ask_has_a_sample_to_answer_with(
    client: Client, holder: Identity
) -> None:
    address = reverse("embedded:document", args=[holder.key])
    assert address in client.get(reverse("embedded:start")).text
    sample = client.get(address).content
    inspect_picture(sample, get_profile(DEFAULT_PROFILE))
    spoilt = [case for case in CASES if case.holder == holder.key and case.flaw is not None]
    assert all(draw_case(case) != sample for case in spoilt)


@pytest.mark.usefixtures("demo", "db")
def test_sign_in_changes_the_person(client: Client) -> None:
    load_accounts()
    load_staff()
    for email, lands in (
        ("owner@acme.example", "/"),
        ("reviewer@registrar.example", reverse("admin:index")),
    ):
        answer = client.post(reverse("embedded:sign_in"), {"email": email})
        assert answer.headers["Location"] == lands
        assert client.session["_auth_user_id"] == str(User.objects.get(email=email).pk)


@pytest.mark.usefixtures("demo", "db")
def test_sign_in_refuses_people_outside_the_cast(client: Client) -> None:
    User.objects.create_user("someone@else.example", "x")
    for email in ("someone@else.example", "viewer@acme.example", ""):
        assert client.post(reverse("embedded:sign_in"), {"email": email}).status_code == 404
    back = client.get(reverse("embedded:sign_in")).headers["Location"]
    assert back == reverse("embedded:start")


@pytest.mark.usefixtures("demo", "db")
def test_sign_in_needs_the_token_against_forgery() -> None:
    load_accounts()
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(reverse("embedded:sign_in"), {"email": "owner@acme.example"})
    assert answer.status_code == 403


@pytest.mark.usefixtures("demo")
def test_outbox_shows_the_newest_first_and_escapes(client: Client) -> None:
    assert reverse("embedded:outbox") in client.get(reverse("embedded:start")).content.decode()
    outbox.put(channel="sms", to="+8613800138000", subject="", body="first 111111")
    outbox.put(channel="mail", to="a@b.example", subject="<b>two</b>", body="second 222222")
    page = client.get(reverse("embedded:outbox")).content.decode()
    assert page.index("222222") < page.index("111111")
    assert "<b>two</b>" not in page
