"""What every resource answers to calls that are wrong."""

import pytest

from registrar.accounts.models import Account
from registrar.tenancy.context import acting_as

pytestmark = pytest.mark.urls("tests.registrar.api.views")
ECHO = "/api/test/echo"
MEMBERS = {"type", "title", "status", "detail", "code", "errors", "request_id"}


@pytest.fixture
def client_with_key(holding_key):
    return holding_key("domains:read", "domains:write")


def problem_of(response, status, code):
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    body = response.json()
    assert set(body) >= MEMBERS
    assert (body["status"], body["code"]) == (status, code)
    assert body["type"] == f"urn:zhengming:problem:{code}"
    return body


def post(client, body, content_type="application/json"):
    return client.post(ECHO, body, content_type=content_type)


def test_call_with_a_key_runs_inside_its_account_only(client_with_key, globex):
    assert client_with_key.get(ECHO).json() == {"accounts": ["acme"]}


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer x", "Basic eDp5", "Bearer zm_0_0", "Bearer \0", "私"]
)
def test_call_without_a_valid_key_is_401_and_says_how(client, db, header):
    response = client.get(ECHO, headers={"Authorization": header} if header else {})
    body = problem_of(response, 401, "not_authenticated")
    assert response["WWW-Authenticate"].startswith("Bearer")
    assert body["request_id"]


@pytest.mark.parametrize("method", ["get", "post", "put", "delete", "options", "head", "trace"])
def test_no_method_answers_without_a_key(client, db, method):
    assert getattr(client, method)(ECHO).status_code == 401


def test_method_that_does_not_exist_is_405_and_names_the_others(client_with_key):
    response = client_with_key.put(ECHO, {}, content_type="application/json")
    problem_of(response, 405, "method_not_allowed")
    assert "GET" in response["Allow"]


def test_method_without_a_declared_scope_is_refused(client_with_key):
    problem_of(client_with_key.delete(ECHO), 403, "scope_missing")


def test_method_beyond_the_keys_scopes_is_refused(holding_key):
    response = post(holding_key("domains:read"), "{}")
    body = problem_of(response, 403, "scope_missing")
    assert "domains:write" in body["detail"]


def test_head_needs_the_scope_of_get(holding_key):
    assert holding_key("domains:read").head(ECHO).status_code == 200
    assert holding_key("domains:write").head(ECHO).status_code == 403


def test_options_with_a_key_describes_and_changes_nothing(client_with_key):
    assert client_with_key.options(ECHO).status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        "{",
        "nonsense",
        b"\xff\xfe",
        '{"a": NaN}',
        '{"a": "\\u0000"}',
        '{"\\u0000": 1}',
        '["\\ud800"]',
        "[" * 100_000 + "]" * 100_000,
    ],
    ids=["open", "word", "bytes", "nan", "nul", "nul-key", "surrogate", "deep"],
)
def test_broken_body_is_400(client_with_key, body):
    problem_of(post(client_with_key, body), 400, "malformed_body")


@pytest.mark.parametrize("content_type", ["text/plain", "application/xml", "image/png", "x"])
def test_other_kind_of_body_is_415(client_with_key, content_type):
    problem_of(post(client_with_key, "x", content_type), 415, "unsupported_media_type")


def test_what_is_wrong_with_a_body_is_said_in_chinese_and_readable(client_with_key, client):
    broken = post(client_with_key, '{"a": 1,\n !}')
    assert "第 2 行" in broken.json()["detail"]
    assert "application/json" in post(client_with_key, "x", "text/plain").json()["detail"]
    assert "不存在" in client.get("/api/v1/nope").content.decode()


def test_body_beyond_the_limit_is_413(client_with_key, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    problem_of(post(client_with_key, '"' + "x" * 200 + '"'), 413, "body_too_large")


def test_answer_in_another_format_is_406(client_with_key):
    response = client_with_key.get(ECHO, headers={"Accept": "text/html"})
    problem_of(response, 406, "not_acceptable")


@pytest.mark.parametrize(
    "address", ["/api/", "/api/v1/", "/api/v1/nothing", "/api/v2/me", "/api/v1/me/", "/api/v1/%FF"]
)
def test_unknown_address_is_a_problem_too(client, db, address):
    problem_of(client.get(address), 404, "not_found")


def test_nul_byte_in_parameter_or_address_is_no_crash(client_with_key):
    problem_of(client_with_key.get(f"{ECHO}?a=%00"), 400, "bad_request")
    problem_of(client_with_key.get("/api/v1/domains/a%00b"), 404, "not_found")


def test_refusal_keeps_code_reasons_and_wait_and_undoes_its_work(client_with_key, owner, acme):
    response = client_with_key.get("/api/test/failing")
    body = problem_of(response, 409, "operation_blocked")
    assert body["errors"] == [
        {"field": "domain", "code": "in_dispute", "message": "x"},
        {"field": "", "code": "locked", "message": "y"},
    ]
    assert response["Retry-After"] == "7"
    with acting_as(owner):
        assert Account.objects.get().name == acme.name


def test_too_many_says_when_to_come_back(client_with_key):
    response = client_with_key.post("/api/test/failing")
    problem_of(response, 429, "too_many_requests")
    assert response["Retry-After"] == "30"


def test_crash_is_a_problem_without_details(client_with_key):
    client_with_key.raise_request_exception = False
    response = client_with_key.get("/api/test/crash")
    problem_of(response, 500, "server_error")
    assert b"secret detail" not in response.content


@pytest.mark.parametrize(("language", "word"), [("zh-hans", "请通过"), ("en", "Send an API key")])
def test_detail_is_in_the_language_asked_for(client, db, language, word):
    response = client.get(ECHO, headers={"Accept-Language": language})
    assert word in response.json()["detail"]
    assert "Accept-Language" in response["Vary"]
