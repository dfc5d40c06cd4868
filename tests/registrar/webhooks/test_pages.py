"""Settings → Webhooks."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from registrar.webhooks.models import WebhookEndpoint
from tests.registrar.webhooks.receiver import status

pytestmark = pytest.mark.django_db

LIST = "/settings/webhooks/"


@pytest.fixture
def page(browse, alice):
    """Alice's browser, in English."""
    return browse(alice)


def html(response):
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def at(name, row):
    return reverse(f"webhooks:{name}", args=[row.public_id])


def test_empty_list_says_what_to_do(page, browse, vera):
    assert "No webhook yet" in html(page.get(LIST))
    assert f'href="{LIST}new/"' in html(page.get(LIST))
    looking = html(browse(vera).get(LIST))
    assert "An owner or a manager" in looking
    assert f'href="{LIST}new/"' not in looking


def test_webhook_is_added_and_its_secret_shown_once(page, alice, acme, inside):
    form = html(page.get(f"{LIST}new/"))
    assert 'value="account.*"' in form
    made = page.post(
        f"{LIST}new/",
        {"url": "https://example.com/hooks", "event_types": ["account.*", "member.joined"]},
    )
    with inside(acme):
        endpoint = WebhookEndpoint.objects.get()
    assert made.url == at("endpoint", endpoint)
    assert endpoint.secret in html(page.get(made.url))
    again = html(page.get(made.url))
    assert endpoint.secret not in again
    assert "Nothing was sent yet" in again


def test_form_keeps_what_was_typed_and_says_what_is_wrong(page):
    answer = html(
        page.post(
            f"{LIST}new/", {"url": "https://me:pw@example.com/", "event_types": ["account.*"]}
        )
    )
    assert "Leave name and password out" in answer
    assert 'value="account.*" checked' in answer
    answer = html(page.post(f"{LIST}new/", {"url": "https://example.com/"}))
    assert "Choose at least one kind of event." in answer


def test_webhook_is_changed(page, acme, inside, endpoint, fresh):
    form = html(page.get(at("edit", endpoint)))
    assert 'value="account.renamed" checked' in form
    answer = page.post(
        at("edit", endpoint),
        {"url": "https://example.com/x", "description": "orders", "event_types": ["*"]},
    )
    assert answer.url == at("endpoint", endpoint)
    changed = fresh(endpoint)
    assert (changed.url, changed.event_types) == ("https://example.com/x", ["*"])
    assert "orders" in html(page.get(LIST))


def test_test_leads_to_its_delivery_which_asks_again_until_it_has_ended(
    page, receiver, endpoint, work
):
    receiver.answers = [status(502, b"<b>bad</b>")]
    sent = page.post(at("test", endpoint))
    waiting = html(page.get(sent.url))
    assert 'hx-trigger="every 4s"' in waiting
    work(endpoint)
    ended = html(page.get(sent.url, headers={"HX-Request": "true"}))
    assert "hx-trigger" not in ended
    assert "<html" not in ended
    assert "502" in ended
    assert "&lt;b&gt;bad&lt;/b&gt;" in ended
    assert "webhook-signature: v1," in ended
    assert endpoint.secret not in ended


def test_log_shows_deliveries_and_filters_them(page, receiver, endpoint, happen, work):
    receiver.answers = [status(500)]
    happen("key_a")
    work(endpoint)
    happen("key_b")
    work(endpoint)
    shown = html(page.get(at("endpoint", endpoint)))
    assert "key_a" in shown
    assert "key_b" in shown
    assert "The receiver takes nothing" not in shown
    shown = html(page.get(at("endpoint", endpoint), {"state": "delivered"}))
    assert "key_b" in shown
    assert "key_a" not in shown
    assert "No delivery fits" in html(page.get(at("endpoint", endpoint), {"object": "key_c"}))
    assert "key_a" in html(page.get(at("endpoint", endpoint), {"state": "eaten"}))


def test_log_is_narrowed_to_an_event_or_to_all_of_a_kind(page, endpoint, happen, work):
    happen("key_a")
    happen("acct_a", event_type="account.renamed")
    work(endpoint)

    def shown(event):
        answer = html(page.get(at("endpoint", endpoint), {"event": event}))
        return {name for name in ("key_a", "acct_a") if name in answer}, answer

    assert shown("account.renamed")[0] == {"acct_a"}
    found, answer = shown("api_key.*")
    assert found == {"key_a"}
    assert '<option value="api_key.*" selected>API keys: all</option>' in answer
    assert shown("ping")[0] == set()
    assert shown("account.eaten")[0] == {"key_a", "acct_a"}


def test_delivery_and_days_are_sent_again(page, receiver, endpoint, happen, work, log_of):
    happen("key_a")
    work(endpoint)
    (row,) = log_of(endpoint)
    page.post(at("replay", row))
    work(endpoint)
    today = timezone.localdate().isoformat()
    days = {"since": today, "until": today, "states": ["delivered"]}
    answer = page.post(at("replay_span", endpoint), days, follow=True)
    assert "1 event is sent again." in html(answer)
    work(endpoint)
    assert len(receiver.got) == 3


@pytest.mark.parametrize(
    ("given", "field", "words"),
    [
        ({"until": "2020-01-01"}, "until", "The span ends before it begins."),
        ({"since": "1999-12-31"}, "since", "2000-01-01"),
        ({"until": "2100-01-01"}, "until", "2099-12-31"),
        ({"since": "soon"}, "since", "Enter the date as 2026-11-22."),
        ({"until": ""}, "until", "This field is required."),
        ({"states": []}, "states", "This field is required."),
        ({"states": ["eaten"]}, "states", "eaten is not one of the available choices"),
    ],
)
def test_what_is_wrong_with_a_span_is_said_beside_its_field(page, endpoint, given, field, words):
    today = timezone.localdate().isoformat()
    days = {"since": today, "until": today, "states": ["failed"]}
    answer = html(page.post(at("replay_span", endpoint), days | given))
    said = re.findall(rf'id="id_{field}_error"[^>]*>(.*?)</', answer, re.DOTALL)
    assert words in " ".join(said)
    assert 'value="failed"' in answer
    if field != "states":
        assert "checked" in answer


def test_webhook_is_switched_off_and_on_and_deleted(page, endpoint, fresh):
    page.post(at("disable", endpoint))
    assert not fresh(endpoint).enabled
    assert "This webhook is disabled" in html(page.get(at("endpoint", endpoint)))
    assert "disabled already" in html(page.post(at("disable", endpoint), follow=True))
    page.post(at("enable", endpoint))
    assert fresh(endpoint).enabled
    assert page.post(at("delete", endpoint)).url == LIST
    assert page.get(at("endpoint", endpoint)).status_code == 404


def test_secret_is_shown_and_replaced_by_those_who_may(page, browse, bob, endpoint, fresh):
    old = fresh(endpoint).secret
    assert old in html(page.post(at("secret", endpoint), follow=True))
    shown = html(page.post(at("rotate", endpoint), follow=True))
    assert fresh(endpoint).secret in shown
    assert old not in shown
    assert "signs too, until" in shown
    assert fresh(endpoint).previous_secret == old
    page.post(at("rotate", endpoint), {"at_once": "on"})
    assert fresh(endpoint).previous_secret is None
    operator = browse(bob)
    assert operator.post(at("secret", endpoint)).status_code == 403
    looking = html(operator.get(at("endpoint", endpoint)))
    assert "Only owners and managers" in looking
    assert "whsec_" not in looking


def test_failing_and_disabled_webhooks_say_what_to_do(page, acme, inside, endpoint):
    with inside(acme):
        WebhookEndpoint.objects.update(failing_since=timezone.now())
    assert "The receiver takes nothing" in html(page.get(at("endpoint", endpoint)))
    assert "Failing" in html(page.get(LIST))
    for reason, words in (("failing", "took nothing for days"), ("gone", "410 Gone")):
        with inside(acme):
            WebhookEndpoint.objects.update(
                state="disabled", disabled_reason=reason, disabled_at=timezone.now()
            )
        assert words in html(page.get(at("endpoint", endpoint)))


def test_page_asks_a_constant_number_of_queries(page, endpoint, happen, work, at_most_queries):
    for count in (1, 3):
        happen(*[f"key_{n}" for n in range(count)])
        work(endpoint)
        with at_most_queries(14):
            page.get(at("endpoint", endpoint))
