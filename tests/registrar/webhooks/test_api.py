"""Webhooks by the API."""

import pytest
from django.utils import timezone

from registrar.tenancy.context import acting_as
from registrar.webhooks.services.endpoints import disable_endpoint
from tests.registrar.webhooks.receiver import status

pytestmark = pytest.mark.django_db

ENDPOINTS = "/api/v1/webhook-endpoints"
DELIVERIES = "/api/v1/webhook-deliveries"
BOTH = ("webhooks:read", "webhooks:write")


@pytest.fixture
def key(holding_key):
    return holding_key(*BOTH, "logs:read", "members:read")


def post(client, path, body=None):
    return client.post(path, body or {}, content_type="application/json")


def test_endpoint_is_made_read_changed_and_deleted(key):
    body = {"url": "https://example.com/hooks", "event_types": ["account.renamed", "member.*"]}
    made = post(key, ENDPOINTS, body)
    assert made.status_code == 201
    told = made.json()
    assert told.pop("secret").startswith("whsec_")
    assert told["id"].startswith("whe_")
    assert (told["state"], told["event_types"]) == ("enabled", ["account.renamed", "member.*"])
    path = f"{ENDPOINTS}/{told['id']}"
    assert key.get(path).json() == told
    assert key.get(ENDPOINTS).json() == {"items": [told], "next": None}
    change = {"description": "orders", "event_types": ["account.*"]}
    changed = key.patch(path, change, content_type="application/json").json()
    assert changed == told | change
    rotated = post(key, f"{path}/rotate-secret", {"overlap_hours": 1}).json()
    assert rotated["secret"].startswith("whsec_")
    assert rotated["previous_secret_valid_until"] > timezone.now().isoformat()[:10]
    assert key.delete(path).status_code == 204
    assert key.get(path).status_code == 404


def test_unknown_event_types_are_named(key):
    body = {"url": "https://example.com/", "event_types": ["account.eaten", "*"]}
    refused = post(key, ENDPOINTS, body)
    assert refused.status_code == 400
    (error,) = refused.json()["errors"]
    assert (error["field"], error["code"]) == ("event_types", "unknown_event_type")
    assert "account.eaten" in error["message"]
    assert "*" not in error["message"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "url"),
        ({"url": 7, "event_types": ["*"]}, "url"),
        ({"url": "https://example.com/", "event_types": "*"}, "event_types"),
        ({"url": "https://example.com/", "event_types": []}, "event_types"),
        ({"url": "https://example.com/", "event_types": [None]}, "event_types.0"),
        ({"url": "https://example.com/", "event_types": ["*"], "secret": "x"}, "secret"),
        ({"url": "https://a:b@example.com/", "event_types": ["*"]}, "url"),
    ],
)
def test_wrong_body_is_refused_at_its_field(key, body, field):
    refused = post(key, ENDPOINTS, body)
    assert refused.status_code == 400
    assert field in [error["field"] for error in refused.json()["errors"]]


def test_scopes_open_reading_and_writing_each_for_itself(holding_key, endpoint):
    reader, writer = holding_key("webhooks:read"), holding_key("webhooks:write", "logs:read")
    path = f"{ENDPOINTS}/{endpoint.public_id}"
    assert reader.get(path).status_code == 200
    assert post(reader, f"{path}/test").status_code == 403
    assert writer.get(path).status_code == 403
    assert post(writer, f"{path}/test").status_code == 202


def test_test_is_sent_and_its_answer_read(
    key, receiver, endpoint, django_capture_on_commit_callbacks
):
    receiver.answers = [status(200, b"pong", X_Trace="7")]
    with django_capture_on_commit_callbacks(execute=True):
        sent = post(key, f"{ENDPOINTS}/{endpoint.public_id}/test")
    assert sent.status_code == 202
    assert (sent.json()["event_type"], sent.json()["state"]) == ("ping", "pending")
    told = key.get(f"{DELIVERIES}/{sent.json()['id']}").json()
    assert (told["state"], told["last_status"]) == ("delivered", 200)
    (attempt,) = told["attempt_list"]
    assert (attempt["response_body"], attempt["trouble"]) == ("pong", None)
    assert attempt["request_headers"]["webhook-id"] == told["event"]
    assert endpoint.secret not in str(told)


def test_deliveries_are_found_by_what_they_are(key, receiver, endpoint, happen, work):
    receiver.answers = [status(500), status(200)]
    happen("key_a")
    work(endpoint)
    happen("acct_a", event_type="account.renamed")
    work(endpoint)

    def objects(**asked):
        answer = key.get(DELIVERIES, asked)
        assert answer.status_code == 200
        return [item["object_id"] for item in answer.json()["items"]]

    today = timezone.localdate().isoformat()
    assert objects() == ["acct_a", "key_a"]
    assert objects(endpoint=endpoint.public_id, limit=1) == ["acct_a"]
    assert objects(state="pending") == ["key_a"]
    assert objects(event_type="account.renamed") == ["acct_a"]
    assert objects(event_type="api_key.*") == ["key_a"]
    assert objects(event_type="account.renamed, api_key.*") == ["acct_a", "key_a"]
    assert objects(event_type="*") == ["acct_a", "key_a"]
    assert objects(event_type="ping") == []
    assert objects(object_id="key_a") == ["key_a"]
    assert objects(**{"from": today, "to": today}) == ["acct_a", "key_a"]
    assert objects(to="2020-01-01") == []


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"state": "eaten"}, 400),
        ({"event_type": "account.eaten"}, 400),
        ({"event_type": "eaten.*"}, 400),
        ({"event_type": "account.renamed,ac*"}, 400),
        ({"from": "soon"}, 400),
        ({"nothing": "x"}, 400),
        ({"endpoint": "whe_nothing"}, 404),
    ],
)
def test_filter_that_means_nothing_is_refused(key, asked, code):
    assert key.get(DELIVERIES, asked).status_code == code


def test_unknown_type_of_event_is_named_at_its_parameter(key):
    (error,) = key.get(DELIVERIES, {"event_type": "account.eaten"}).json()["errors"]
    assert (error["field"], error["code"]) == ("event_type", "invalid_choice")
    assert "account.eaten" in error["message"]


def test_one_and_a_span_are_replayed(key, receiver, endpoint, happen, work):
    events = happen("key_a", "key_b")
    work(endpoint)
    first = key.get(DELIVERIES, {"object_id": "key_a"}).json()["items"][0]
    answer = post(key, f"{DELIVERIES}/{first['id']}/replay")
    assert (answer.status_code, answer.json()["state"]) == (202, "pending")
    assert post(key, f"{DELIVERIES}/{first['id']}/replay").status_code == 409
    work(endpoint)
    today = timezone.localdate().isoformat()
    span = {"endpoint": endpoint.public_id, "from": today, "to": today, "states": ["delivered"]}
    answer = post(key, f"{DELIVERIES}/replay", span)
    assert (answer.status_code, answer.json()) == (202, {"count": 2})
    work(endpoint)
    ids = sorted(got.event for got in receiver.got)
    assert ids == sorted([*events, *events, events[0]])


@pytest.mark.parametrize("missing", ["endpoint", "from", "to"])
def test_span_without_its_bounds_is_refused(key, endpoint, missing):
    body = {"endpoint": endpoint.public_id, "from": "2026-11-01", "to": "2026-11-02"}
    refused = post(key, f"{DELIVERIES}/replay", {n: v for n, v in body.items() if n != missing})
    assert refused.status_code == 400
    assert [error["field"] for error in refused.json()["errors"]] == [missing]


def test_disabled_endpoint_is_enabled_again(key, owner, endpoint):
    with acting_as(owner):
        disable_endpoint(actor=owner, endpoint_id=endpoint.public_id)
    path = f"{ENDPOINTS}/{endpoint.public_id}"
    assert key.get(path).json()["disabled_reason"] == "by_hand"
    assert post(key, f"{path}/enable").json()["state"] == "enabled"
    assert post(key, f"{path}/enable").status_code == 409
    assert post(key, f"{path}/disable").json()["state"] == "disabled"


def test_lists_ask_a_constant_number_of_queries(key, endpoint, happen, work, at_most_queries):
    for count in (1, 3):
        happen(*[f"key_{n}" for n in range(count)])
        work(endpoint)
        with at_most_queries(6):
            key.get(DELIVERIES)
        with at_most_queries(6):
            key.get(ENDPOINTS)
