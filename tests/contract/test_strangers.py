"""Nobody sees or touches another account's data, through any address, by any method."""

import pytest
from django.test import Client

from tests.contract.routes import routes
from tests.world import build

pytestmark = pytest.mark.django_db

SECRET = "geheimnis"
# /readyz tells strangers nothing and rightly answers 503 where no worker runs.
PAGES = [r for r in routes() if not r.pattern.startswith(("api/", "readyz"))]
API = routes("api/v1/")
# Fields that forms ask for, so that the walk gets past them to the object.
BODY = {"role": "viewer", "reason": "curious", "confirm": "on", "next": "/"}
METHODS = ("get", "post", "put", "patch", "delete")
# Addresses that need no account at all, or open by a secret of their own.
PUBLIC = ("login/", "healthz", "readyz", "language/", "theme/", "password-reset", "invitations/")
MEMBERS_ONLY = [r for r in PAGES if not r.pattern.startswith(PUBLIC)]


@pytest.fixture
def acme_world(acme, alice):
    return build(acme, alice, secret=SECRET)


@pytest.fixture
def globex_world(globex, gina):
    return build(globex, gina, secret="other")


def counts(world, inside):
    """How many rows of each kind the account holds."""
    with inside(world.account):
        rows = (world.template, world.domain, world.operation, world.material, world.submission)
        rows += (world.invitation, world.api_key, world.plan, world.support_request)
        rows += (world.batch,)
        return {type(row).__name__: type(row).objects.count() for row in rows}


def refreshed(world, inside):
    with inside(world.account):
        return {
            "template": type(world.template).objects.get(pk=world.template.pk).state,
            "domain": type(world.domain).objects.get(pk=world.domain.pk).service_status,
            "operation": type(world.operation).objects.get(pk=world.operation.pk).state,
            "submission": type(world.submission).objects.get(pk=world.submission.pk).state,
            "plan": type(world.plan).objects.get(pk=world.plan.pk).state,
            "batch": type(world.batch).objects.get(pk=world.batch.pk).state,
            "support": type(world.support_request).objects.get(pk=world.support_request.pk).state,
            "key": type(world.api_key).objects.get(pk=world.api_key.pk).revoked_at,
            "notice": type(world.notice).objects.get(pk=world.notice.pk).read_at,
            "webhook": _webhook(world),
        }


def _webhook(world):
    """State, address and secret of the endpoint, and the state of its delivery."""
    endpoint = type(world.webhook_endpoint).objects.get(pk=world.webhook_endpoint.pk)
    delivery = type(world.webhook_delivery).objects.get(pk=world.webhook_delivery.pk)
    return endpoint.state, endpoint.url, endpoint.secret, delivery.state


def says_nothing(client, response):
    """There is no such thing, or the way to a page that knows nothing of it either."""
    if response.status_code == 302 and response.wsgi_request.method == "GET":
        target = client.get(response.url)
        return target.status_code == 404 or SECRET not in target.content.decode()
    return response.status_code in (404, 405)


def test_the_walk_covers_the_whole_console():
    assert len(PAGES) >= 30
    assert len(API) >= 20


@pytest.mark.parametrize("route", PAGES, ids=lambda r: r.pattern)
def test_page_shows_a_stranger_nothing(route, acme_world, globex_world, gina, inside):
    client = Client(raise_request_exception=False)
    client.force_login(gina, backend="django.contrib.auth.backends.ModelBackend")
    before = counts(acme_world, inside), refreshed(acme_world, inside)
    path = route.path(acme_world)
    for method in ("get", "post"):
        response = getattr(client, method)(path, BODY)
        assert response.status_code < 500, f"{method} {path}"
        if route.is_about_an_object:
            assert says_nothing(client, response), f"{method} {path}: {response.status_code}"
        if not response.streaming and SECRET not in path:
            assert SECRET not in response.getvalue().decode(errors="replace"), f"{method} {path}"
    assert (counts(acme_world, inside), refreshed(acme_world, inside)) == before


@pytest.mark.parametrize("route", API, ids=lambda r: r.pattern)
def test_api_shows_a_stranger_nothing(route, acme_world, globex_world, inside):
    client = Client(raise_request_exception=False)
    headers = {"authorization": f"Bearer {globex_world.key}"}
    before = counts(acme_world, inside), refreshed(acme_world, inside)
    path = route.path(acme_world)
    for method in METHODS:
        send = getattr(client, method)
        body = {} if method == "get" else {"data": "{}", "content_type": "application/json"}
        response = send(path, headers=headers, **body)
        assert response.status_code < 500, f"{method} {path}"
        if route.is_about_an_object:
            assert response.status_code in (404, 405, 400, 415), f"{method} {path}"
            assert response.status_code != 400 or method != "get"
        text = response.getvalue().decode(errors="replace")
        assert SECRET not in text.replace(path, ""), f"{method} {path}"
    assert (counts(acme_world, inside), refreshed(acme_world, inside)) == before


@pytest.mark.parametrize("route", MEMBERS_ONLY, ids=lambda r: r.pattern)
def test_page_asks_an_unknown_visitor_to_sign_in(route, acme_world):
    response = Client().get(route.path(acme_world))
    assert response.status_code in (302, 404, 405), route.pattern
    if response.status_code == 302:
        assert response.url.startswith("/login/")


@pytest.mark.parametrize("route", API, ids=lambda r: r.pattern)
def test_api_refuses_a_call_without_a_key(route, acme_world):
    response = Client().get(route.path(acme_world))
    open_to_all = route.pattern.startswith(("api/v1/schema", "api/v1/docs"))
    assert response.status_code in ((200,) if open_to_all else (401, 405, 404)), route.pattern
    if response.status_code == 401:
        assert response["WWW-Authenticate"].startswith("Bearer")
