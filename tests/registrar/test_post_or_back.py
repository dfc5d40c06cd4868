"""No address of the console is a dead end for reload, language switch and return from sign-in."""

import pytest
from django.test import Client

from tests.contract.routes import routes
from tests.world import build

pytestmark = pytest.mark.django_db

BACKEND = "django.contrib.auth.backends.ModelBackend"
# They answer with a redirect or a part at every time, never with a page.
NO_PAGES = (
    *("logout/", "theme/", "templates/romanise/", "templates/check-number/"),
    "authority-callbacks/",
)
PAGES = [r for r in routes() if not r.pattern.startswith(("api/", *NO_PAGES))]


@pytest.fixture
def world(acme, alice):
    return build(acme, alice, secret="geheim")


@pytest.fixture
def as_alice(alice, world):
    client = Client(raise_request_exception=False)
    client.force_login(alice, backend=BACKEND)
    return client


@pytest.mark.parametrize("route", PAGES, ids=lambda r: r.pattern)
def test_every_address_can_be_opened(route, as_alice, world):
    assert as_alice.get(route.path(world)).status_code != 405


def test_form_addresses_lead_to_the_page_that_holds_the_form(as_alice, world):
    template = f"/templates/{world.template.public_id}/"
    domain, operation = f"/domains/{world.domain.name}/", world.operation.public_id
    expected = {
        f"{template}number/": template,
        f"{template}delete/": template,
        f"{domain}tags/": domain,
        f"/operations/{operation}/cancel/": f"/operations/{operation}/",
        "/settings/members/invite/": "/settings/members/",
        "/materials/upload/": "/verifications/",
    }
    for address, page in expected.items():
        assert as_alice.get(address).headers["Location"] == page, address
        assert as_alice.head(address).status_code == 302
        assert as_alice.put(address).status_code == 405


def test_language_switch_on_an_answer_to_a_form_works(as_alice, world):
    refused = as_alice.post("/settings/members/invite/", {"email": "junk", "role": "viewer"})
    assert refused.status_code == 400
    assert 'name="next" value="/settings/members/invite/"' in refused.text
    switch = {"language": "en", "next": "/settings/members/invite/"}
    answer = as_alice.post("/language/", switch, follow=True)
    assert answer.status_code == 200
    assert answer.request["PATH_INFO"] == "/settings/members/"
    assert "Members" in answer.text
