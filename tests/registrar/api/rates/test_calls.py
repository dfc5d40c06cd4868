"""What callers see of the rates: headers on every answer, and a refusal that names the rate."""

import re

import pytest
from django.test import Client

from registrar.accounts.permissions import Role

pytestmark = pytest.mark.urls("tests.registrar.api.views")
ECHO = "/api/test/echo"


@pytest.fixture
def script(holding_key):
    return holding_key("domains:read", "domains:write")


def refused(response, *names):
    assert response.status_code == 429, response.content
    body = response.json()
    assert body["code"] == "too_many_requests"
    assert body["violated-policies"] == list(names)
    assert body["retry_after"] == int(response["Retry-After"]) >= 1
    return body


def test_every_answer_tells_the_rates_and_what_is_left(script, rates):
    rates(key="5/minute, 50/hour", account="90/minute")
    answer = script.get(ECHO)
    assert answer["RateLimit-Policy"] == (
        '"key-minute";q=5;w=60, "key-hour";q=50;w=3600, "account-minute";q=90;w=60'
    )
    left = dict(re.findall(r'"([\w-]+)";r=(\d+);t=\d+', answer["RateLimit"]))
    assert left == {"key-minute": "4", "key-hour": "49", "account-minute": "89"}


@pytest.mark.parametrize("path", ["failing", "echo?limit=x", "echo"])
def test_refusals_tell_them_too(script, rates, path):
    rates(key="5/minute")
    assert '"key-minute";r=4' in script.get(f"/api/test/{path}")["RateLimit"]


def test_call_beyond_the_rate_is_429_and_names_the_rate(script, rates):
    rates(key="2/minute, 3/hour")
    assert [script.get(ECHO).status_code for _ in range(2)] == [200, 200]
    body = refused(script.get(ECHO), "key-minute")
    assert "key-minute" in body["detail"]


def test_another_key_of_the_account_has_its_own_rate_and_shares_the_accounts(holding_key, rates):
    rates(key="2/minute", account="3/minute")
    one, two = holding_key("domains:read"), holding_key("domains:read")
    assert [one.get(ECHO).status_code for _ in range(3)] == [200, 200, 429]
    assert two.get(ECHO).status_code == 200
    refused(two.get(ECHO), "account-minute")


def test_another_account_is_not_slowed_down(holding_key, rates, actor_of, globex, gina):
    rates(account="1/minute")
    holding_key("domains:read").get(ECHO)
    other = holding_key("domains:read", actor=actor_of(globex, gina, Role.OWNER))
    assert other.get(ECHO).status_code == 200


def test_writing_has_a_rate_besides(script, rates):
    rates(write="1/minute")
    assert "RateLimit" not in script.get(ECHO)
    assert script.post(ECHO, "{}", content_type="application/json").status_code == 200
    refused(script.post(ECHO, "{}", content_type="application/json"), "write-minute")
    assert script.get(ECHO).status_code == 200


def test_call_without_the_scope_counts_as_well(holding_key, rates):
    rates(key="1/minute")
    script = holding_key("logs:read")
    assert script.get(ECHO).status_code == 403
    assert script.get(ECHO).status_code == 429


def status(authorization, address="192.0.2.1"):
    client = Client(REMOTE_ADDR=address)
    return client.get(ECHO, headers={"authorization": authorization}).status_code


def test_wrong_secrets_of_one_key_are_looked_at_no_more_and_shut_out_nobody_else(
    holding_key, script, rates
):
    rates(wrong_key="2/minute")
    right = script.defaults["HTTP_AUTHORIZATION"]
    wrong = right[:-1] + ("A" if right[-1] != "A" else "B")
    assert [status(wrong) for _ in range(3)] == [401, 401, 429]
    assert status(right) == 429
    assert status(right, "192.0.2.9") == 200
    assert status(holding_key("domains:read").defaults["HTTP_AUTHORIZATION"]) == 200


def test_wrong_keys_of_any_kind_count_for_the_address(db, rates):
    rates(wrong_key="2/minute")
    same_network = ["2001:db8::1", "2001:db8::2", "2001:db8::3"]
    assert [status("Bearer x", address) for address in same_network] == [401, 401, 429]
    assert status("Bearer x", "2001:db8:0:1::1") == 401


def test_ipv4_senders_told_in_ipv6_form_count_each_for_itself(db, rates):
    rates(wrong_key="1/minute")
    assert [status("Bearer x", f"::ffff:192.0.2.{n}") for n in (1, 2, 2)] == [401, 401, 429]
    assert status("Bearer x", "192.0.2.2") == 429


def test_call_without_a_key_is_asked_for_one_and_counts_nothing(db, client, rates):
    rates(key="1/minute", wrong_key="1/minute")
    assert [client.get(ECHO).status_code for _ in range(3)] == [401, 401, 401]
