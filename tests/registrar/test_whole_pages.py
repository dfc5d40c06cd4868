"""A script that asks for a part of a page never gets a whole page to put into it."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from domains.models import Domain
from tests.world import build

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"
HERE = "http://testserver"
UPLOAD = {"X-Requested-With": "XMLHttpRequest", "Accept": "application/json, text/html;q=0.9"}


@pytest.fixture
def world(acme, alice):
    return build(acme, alice, secret="geheim")


@pytest.fixture
def as_alice(alice, world):
    client = Client()
    client.force_login(alice, backend=BACKEND)
    return client


def htmx(page: str) -> dict[str, str]:
    return {"HX-Request": "true", "HX-Current-URL": HERE + page}


def part_of(world) -> str:
    return f"/verifications/{world.submission.public_id}/status/"


def next_of(address: str) -> str:
    return parse_qs(urlsplit(address).query)["next"][0]


def test_session_that_ended_moves_the_browser_to_sign_in_and_back_to_the_page(client, world):
    page = f"/verifications/{world.submission.public_id}/?tab=1"
    answer = client.get(part_of(world), headers=htmx(page))
    assert answer.status_code == 200
    assert answer.content == b""
    assert "Location" not in answer
    assert urlsplit(answer["HX-Redirect"]).path == "/login/"
    assert next_of(answer["HX-Redirect"]) == page


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example/x/", "//evil.example/x/", f"{HERE}//evil.example/x/", ""],
)
def test_sign_in_never_leads_to_another_host(client, world, elsewhere):
    headers = {"HX-Request": "true", "HX-Current-URL": elsewhere}
    answer = client.get(part_of(world), headers=headers)
    assert "evil" not in answer["HX-Redirect"]


def test_upload_after_the_session_ended_is_told_where_to_go(client, world):
    page = f"/domains/{world.domain.name}/reverify/resubmit/"
    answer = client.post(page, {"submit": "1"}, headers={**UPLOAD, "Referer": HERE + page})
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/json"
    assert int(answer["Content-Length"]) == len(answer.content)
    assert next_of(answer.json()["location"]) == page


def test_upload_from_a_stale_tab_is_told_where_to_go(as_alice, world, acme, inside):
    with inside(acme):
        Domain.objects.filter(pk=world.domain.pk).update(real_name="in_review")
    page = f"/domains/{world.domain.name}/reverify/resubmit/"
    plain = as_alice.post(page, {"submit": "1"})
    assert plain.status_code == 302
    answer = as_alice.post(page, {"submit": "1"}, headers=UPLOAD)
    assert answer.json() == {"location": plain["Location"]}


def test_notice_given_with_the_redirect_is_shown_on_the_page_that_follows(as_alice, world):
    as_alice.post(
        "/materials/upload/", {"next": "/"}, headers={"X-Requested-With": "XMLHttpRequest"}
    )
    assert "callout-bad" in as_alice.get("/").text


def test_form_without_scripts_after_the_session_ended_leads_back_to_its_page(client, world):
    page = f"/templates/{world.template.public_id}/"
    answer = client.post(f"{page}disable/", headers={"Referer": HERE + page})
    assert answer.status_code == 302
    assert next_of(answer["Location"]) == page


def test_live_part_that_was_taken_away_stops_quietly(as_alice, world):
    answer = as_alice.get("/verifications/ver_nothing/status/", headers=htmx("/"))
    assert answer.status_code == 286
    assert answer["HX-Reswap"] == "none"
    assert answer.content == b""
    assert answer["Content-Length"] == "0"


def test_refusals_leave_a_part_alone(vera, world, make_member, globex):
    client = Client(enforce_csrf_checks=True)
    client.force_login(vera, backend=BACKEND)
    # No token against forgery: refused before any view.
    answer = client.post("/templates/check-number/", headers=htmx("/templates/new/"))
    assert (answer.status_code, answer["HX-Reswap"]) == (286, "none")
    free = Client()
    free.force_login(vera, backend=BACKEND)
    # A viewer writes no templates.
    answer = free.post("/templates/check-number/", headers=htmx("/templates/new/"))
    assert (answer.status_code, answer["HX-Reswap"]) == (286, "none")


def test_membership_that_ended_leaves_a_part_alone(alice, acme, world, inside):
    client = Client()
    client.force_login(alice, backend=BACKEND)
    with inside(acme):
        world.membership.delete()
    answer = client.get(part_of(world), headers=htmx("/"))
    assert (answer.status_code, answer["HX-Reswap"]) == (286, "none")


def test_parts_and_pages_are_answered_as_ever(as_alice, world):
    part = as_alice.get(part_of(world), headers=htmx("/"))
    assert part.status_code == 200
    assert 'id="verification-status"' in part.text
    assert "HX-Reswap" not in part
    assert as_alice.get("/verifications/ver_nothing/").status_code == 404
    assert Client().get("/domains/").status_code == 302
