"""Who may look and who may act: operators all, reviewers look, others nothing."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.verification.authorities.admin.conftest import TYPED
from verification.models import AuthorityRoute
from verification.services.authority_routes import add_route

AUTHORITY, ROUTE = "verification_authority_", "verification_authorityroute_"


@pytest.fixture
def addresses(make_authority, do):
    """What is looked at, and what writes: (address, …) each."""
    row = make_authority()
    route = do(add_route, suffix="cn", profile="", authority_id=row.pk)

    def of(prefix, name, *args):
        return reverse(f"admin:{prefix}{name}", args=args)

    looks = [
        *(of(AUTHORITY, name) for name in ("changelist", "overview")),
        *(of(AUTHORITY, name, row.pk) for name in ("change", "status")),
        of(ROUTE, "changelist"),
        of(ROUTE, "change", route.pk),
    ]
    writes = [
        of(AUTHORITY, "new"),
        *(of(AUTHORITY, n, row.pk) for n in ("edit", "remove", "pause", "resume", "drop-secret")),
        of(ROUTE, "new"),
        *(of(ROUTE, name, route.pk) for name in ("edit", "remove")),
    ]
    return looks, writes


def test_reviewers_look_and_find_no_way_to_change(addresses, rita, browse, as_staff):
    looks, writes = addresses
    client = browse(rita)
    for address in looks:
        shown = client.get(address)
        assert shown.status_code == 200, address
        assert not [w for w in writes if w in shown.text], address
    for address in writes:
        assert client.post(address, TYPED | {"reason": "x"}).status_code == 403, address
    with as_staff():
        assert AuthorityRoute.objects.count() == 1


def test_staff_without_the_permission_see_nothing(addresses, stan, browse):
    looks, writes = addresses
    client = browse(stan)
    for address in looks:
        assert client.get(address).status_code == 403, address
    for address in writes:
        assert client.post(address, TYPED).status_code == 403, address


def test_customers_and_visitors_end_at_the_staffs_sign_in(addresses, alice, browse):
    looks, writes = addresses
    for client in (browse(alice), Client()):
        for address in (*looks, *writes):
            for send in (client.get, client.post):
                answer = send(address)
                assert answer.status_code == 302, address
                assert answer.url.startswith("/admin/login/"), address


def test_operators_may_open_every_page(addresses, olga, browse):
    looks, writes = addresses
    client = browse(olga)
    for address in looks:
        assert client.get(address).status_code == 200, address
    for address in writes:
        assert client.get(address).status_code in (200, 302), address


@pytest.mark.parametrize("prefix", [AUTHORITY, ROUTE])
def test_front_page_leads_operators_to_the_forms_of_their_own(prefix, olga, rita, browse):
    add = reverse(f"admin:{prefix}add")
    assert f'href="{add}"' in browse(olga).get("/admin/").text
    assert f'href="{add}"' not in browse(rita).get("/admin/").text
    assert browse(olga).get(add).url == reverse(f"admin:{prefix}new")
    assert browse(rita).get(add).status_code == 403


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_refusals_speak_to_staff_and_lead_to_the_front_page(language, stan, browse):
    client = browse(stan)
    client.cookies["language"] = language
    refused = client.get(reverse(f"admin:{AUTHORITY}new"))
    missing = client.get("/admin/verification/nothing-here/")
    for answer, status in ((refused, 403), (missing, 404)):
        assert answer.status_code == status
        assert 'btn-primary" href="/admin/"' in answer.text
        for word in ("account", "账号"):
            assert word not in answer.text
    assert 'btn-primary" href="/admin/"' not in client.get("/domains/nothing-here/").text


def test_history_is_for_operators(make_authority, olga, rita, browse):
    make_authority()
    address = reverse("admin:verification_authoritychange_changelist")
    assert "CNNIC" in browse(olga).get(address).text
    assert browse(rita).get(address).status_code == 403


def test_forms_need_the_token_of_the_page(make_authority, olga, fresh):
    client = Client(enforce_csrf_checks=True)
    client.force_login(olga, backend="django.contrib.auth.backends.ModelBackend")
    row = make_authority()
    address = reverse("admin:verification_authority_pause", args=[row.pk])
    assert client.post(address, {"reason": "x"}).status_code == 403
    assert fresh(row).paused_at is None
