from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.template.loader import get_template
from django.test import RequestFactory, override_settings

from registrar.console.panels import register_panel
from registrar.console.search import Hit, register_source
from registrar.console.views import dashboard, search_page, styleguide
from registrar.tenancy.actor import Actor, ActorKind


class Person:
    is_authenticated = True
    is_staff = False

    def __str__(self) -> str:
        return "alice"


@pytest.fixture
def ask(rf: RequestFactory):
    def ask(path: str, user: object = None, **data: str):
        request = rf.get(path, data)
        request.user = user or Person()
        signed_in = request.user.is_authenticated
        request.actor = Actor(ActorKind.USER, 1, "alice") if signed_in else None
        request.account = (
            SimpleNamespace(name="示例公司", public_id="acct_1") if signed_in else None
        )
        return request

    return ask


@override_settings(LOGIN_URL="/sign-in/")
def test_dashboard_signed_out_leads_to_sign_in_and_back(ask):
    response = dashboard(ask("/", AnonymousUser()))
    assert (response.status_code, response["Location"]) == (302, "/sign-in/?next=/")


def test_dashboard_shows_the_registered_panels(ask):
    register_panel("x", 1, "console/components/page_head.html", lambda request: {"n": 1})
    assert b"page-head" in dashboard(ask("/")).content


def test_search_page_lists_hits_with_their_addresses(ask):
    register_source("d", "Domains", lambda query, limit: [Hit(query, "sub", "/domains/a/")])
    html = search_page(ask("/search/", q="<正名>")).content.decode()
    assert 'href="/domains/a/"' in html
    assert "&lt;正名&gt;" in html


@override_settings(DEBUG=False, DEMO=False)
def test_styleguide_in_production_does_not_exist(ask):
    with pytest.raises(Http404):
        styleguide(ask("/styleguide/"))


@override_settings(DEMO=True)
def test_styleguide_in_demo_keeps_to_the_strict_policy(ask):
    html = styleguide(ask("/styleguide/")).content.decode()
    assert "style=" not in html
    assert "<style" not in html
    assert "hx-on" not in html
    assert all("src=" in tag.split(">")[0] for tag in html.split("<script")[1:])


@pytest.mark.parametrize("code", ["400", "403", "403_csrf", "404", "429", "500"])
def test_error_page_renders_without_request_or_context(code: str):
    html = get_template(f"{code}.html").render()
    assert f"{code[:3]} ·" in html
