"""Templates are fetched only when new, and changed only as they were seen."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict

import pytest
from django.db import connection

from tests.templates_app.samples import PERSON

pytestmark = pytest.mark.django_db
BODY = asdict(PERSON)
NEVER = '"0123456789abcdef"'


@pytest.fixture
def call(caller, acme):
    return caller(acme)


@pytest.fixture
def address(call):
    return f"/templates/{call('post', '/templates', BODY | {'name_en': 'Wang Wu'}).json()['id']}"


def refused(answer):
    assert answer.status_code == 412
    assert answer["Content-Type"] == "application/problem+json"
    return answer.json()["code"] == "precondition_failed"


def test_template_is_sent_again_only_when_it_is_new(call, address):
    first = call("get", address)
    again = call("get", address, if_none_match=first["ETag"])
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    changed = call("patch", address, {"postcode": "100001"})
    assert changed["ETag"] != first["ETag"]
    anew = call("get", address, if_none_match=f"{first['ETag']}, {NEVER}")
    assert (anew.status_code, anew["ETag"]) == (200, changed["ETag"])
    assert call("get", address, if_none_match="*").status_code == 304


def test_tag_is_the_same_in_every_language(call, address):
    chinese = call("get", address, **{"accept-language": "zh-hans"})
    english = call("get", address)
    assert chinese.json()["warnings"] != english.json()["warnings"]
    assert chinese["ETag"] == english["ETag"]
    changed = call("patch", address, {"postcode": "100001"}, **{"accept-language": "zh-hans"})
    assert call("get", address)["ETag"] == changed["ETag"]


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("patch", "", {"postcode": "100002"}, 200),
        ("delete", "", None, 204),
        ("post", "/versions", {}, 409),
    ],
)
def test_only_what_was_seen_is_changed(call, address, method, path, body, status):
    seen = call("get", address)["ETag"]
    newest = call("patch", address, {"postcode": "100001"})["ETag"]
    assert refused(call(method, address + path, body, if_match=seen))
    assert refused(call(method, address + path, body, if_match=f"W/{newest}"))
    assert call("get", address)["ETag"] == newest
    assert call(method, address + path, body, if_match=f"{NEVER}, {newest}").status_code == status


def test_star_matches_whatever_is_there_and_nothing_that_is_not(call, address):
    assert call("patch", address, {"postcode": "100001"}, if_match="*").status_code == 200
    assert call("delete", address, if_match="*").status_code == 204
    assert call("delete", address, if_match="*").status_code == 404


def test_condition_is_asked_in_a_dry_run_too(call, address):
    body = {"postcode": "100001"}
    assert refused(call("patch", f"{address}?dry_run=true", body, if_match=NEVER))
    seen = call("get", address)["ETag"]
    dry = call("patch", f"{address}?dry_run=true", body, if_match=seen)
    assert dry.json()["postcode"] == "100001"
    assert call("get", address)["ETag"] == seen


def test_repeated_call_is_answered_although_its_own_effect_changed_the_tag(call, address):
    seen, body = call("get", address)["ETag"], {"postcode": "100001"}
    headers = {"if_match": seen, "idempotency_key": "k"}
    first, second = (call("patch", address, body, **headers) for _ in range(2))
    assert (first.status_code, second.status_code) == (200, 200)
    assert (second["ETag"], second["Idempotency-Replayed"]) == (first["ETag"], "true")


@pytest.mark.parametrize("header", ["if_match", "if_none_match"])
@pytest.mark.parametrize("value", ["abc", '"abc', "", "**", '"a" "b"'])
def test_malformed_condition_is_refused_by_name(call, address, header, value):
    answer = call("patch", address, {"postcode": "100001"}, **{header: value})
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_precondition")
    (error,) = answer.json()["errors"]
    assert error["field"].lower().replace("-", "_") == header


def test_condition_where_nothing_has_a_tag_does_not_pass_unseen(call):
    assert refused(call("post", "/templates", BODY, if_match=NEVER))
    assert refused(call("get", "/templates", if_match=NEVER))
    assert call("get", "/templates", if_none_match=NEVER).status_code == 200


def test_head_tells_the_tag_and_other_methods_look_at_nothing(call, address):
    assert call("head", address)["ETag"] == call("get", address)["ETag"]
    assert call("put", address, {}, if_match=NEVER).status_code == 405
    assert call("options", address, if_match=NEVER).status_code == 200


def test_tag_of_another_accounts_template_is_not_told(caller, globex, address):
    for method in ("get", "patch", "delete"):
        assert caller(globex)(method, address, if_match="*").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_of_two_changes_at_once_one_is_refused(call, address):
    seen = call("get", address)["ETag"]

    def change(postcode):
        try:
            return call("patch", address, {"postcode": postcode}, if_match=seen).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        statuses = sorted(pool.map(change, ["100001", "100002", "100003", "100004"]))
    assert statuses == [200, 412, 412, 412]
