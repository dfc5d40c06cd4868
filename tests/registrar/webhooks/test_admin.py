import pytest

from registrar.webhooks.models import WebhookEndpoint

pytestmark = pytest.mark.django_db
ENDPOINTS = "/admin/webhooks/webhookendpoint/"
DELIVERIES = "/admin/webhooks/webhookdelivery/"


def test_staff_look_at_endpoints_without_their_secrets(
    acme, inside, rex, browse, endpoint, happen, work
):
    with inside(acme):
        WebhookEndpoint.objects.update(url="https://example.com/hooks?token=geheim")
    staff = browse(rex)
    for path in (ENDPOINTS, f"{ENDPOINTS}{endpoint.pk}/change/"):
        page = staff.get(path).content.decode()
        assert "https://example.com/hooks" in page
        assert "geheim" not in page
        assert "whsec_" not in page
    assert staff.get(f"{ENDPOINTS}?q={endpoint.public_id}").status_code == 200
    refused = staff.post(f"{ENDPOINTS}{endpoint.pk}/change/", {"description": "x"})
    assert refused.status_code == 403


def test_staff_see_what_became_of_deliveries(rex, browse, receiver, endpoint, happen, work, log_of):
    (event,) = happen("key_a")
    work(endpoint)
    (row,) = log_of(endpoint)
    staff = browse(rex)
    assert "api_key.created" in staff.get(f"{DELIVERIES}?q={event}").content.decode()
    page = staff.get(f"{DELIVERIES}{row.pk}/change/").content.decode()
    assert "204" in page
    assert event in page
