"""`/support-requests`: what programs see and do."""

import pytest

from registrar.tenancy.context import acting_as
from tests import world
from tests.domains.queries import at_most
from tests.verification.support.conftest import UNKNOWN
from verification.support.models import SupportRequest
from verification.support.services.closing import close_request

pytestmark = pytest.mark.django_db
URL = "/api/v1/support-requests"


@pytest.fixture
def headers(acme, make_key):
    return make_key(acme)


def post(client, headers, path="", **data):
    return client.post(URL + path, data, content_type="application/json", headers=headers)


def test_request_is_opened_with_everything_attached(client, headers, failed):
    answer = post(client, headers, text="please", verification=failed.public_id, contact_ok=True)
    assert answer.status_code == 201
    body = answer.json()
    assert body["state"] == "open"
    assert (body["verification"], body["domain"]) == (failed.public_id, "shop.com")
    assert [m["text"] for m in body["messages"]] == ["please"]
    assert body["attached"]["submission"]["document_number"] == failed.number_masked
    assert body["attached"]["reasons"][0]["causes"]
    assert world.NUMBER not in answer.text
    assert client.get(f"{URL}/{body['id']}", headers=headers).json() == body


def test_request_is_fetched_only_when_new_and_closed_only_as_it_was_seen(client, headers, failed):
    asked = post(client, headers, text="please", verification=failed.public_id).json()["id"]

    def get(**conditions):
        return client.get(f"{URL}/{asked}", headers=headers | conditions)

    seen = get()["ETag"]
    assert get(if_none_match=seen).status_code == 304
    late = headers | {"If-Match": seen}
    assert post(client, late, f"/{asked}/messages", text="and this").status_code == 201
    for path in ("messages", "close", "reopen"):
        assert post(client, late, f"/{asked}/{path}", text="late").status_code == 412
    fresh = headers | {"If-Match": get(if_none_match=seen)["ETag"]}
    assert post(client, fresh, f"/{asked}/close").status_code == 200
    reopened = headers | {"If-Match": get()["ETag"]}
    assert post(client, reopened, f"/{asked}/reopen").json()["state"] == "open"


def test_second_one_about_the_same_answers_with_the_open_one(client, headers, failed):
    first = post(client, headers, text="please", verification=failed.public_id)
    second = post(client, headers, text="and this", domain="shop.com")
    assert second.status_code == 200
    assert second.json()["id"] == first.json()["id"]
    assert [m["text"] for m in second.json()["messages"]] == ["please", "and this"]


def test_unknown_message_alone_is_enough(client, headers):
    body = post(client, headers, text="what is this?", message=UNKNOWN).json()
    assert body["attached"]["unknown"] == [UNKNOWN]
    assert (body["verification"], body["reason"]) == (None, None)


def test_texts_follow_the_asked_language(client, headers, failed):
    body = post(client, headers, text="please", verification=failed.public_id).json()
    chinese = headers | {"Accept-Language": "zh-hans"}
    other = client.get(f"{URL}/{body['id']}", headers=chinese).json()
    assert other["attached"]["reasons"][0]["code"] == body["attached"]["reasons"][0]["code"]
    assert other["attached"]["reasons"][0]["title"] != body["attached"]["reasons"][0]["title"]


def test_conversation_is_followed_and_ended(client, headers, answered):
    path = f"/{answered.public_id}"
    body = client.get(URL + path, headers=headers).json()
    assert [(m["author"], m["author_name"]) for m in body["messages"]] == [
        ("user", "Alice"),
        ("staff", None),
    ]
    assert "geheime Notiz" not in str(body)
    assert "Sue" not in str(body)
    replied = post(client, headers, f"{path}/messages", text="done")
    assert (replied.status_code, replied.json()["state"]) == (201, "open")
    closed = post(client, headers, f"{path}/close")
    assert (closed.json()["state"], closed.json()["closed_by"]) == ("closed", "user")
    for part in ("messages", "close"):
        data = {"text": "more"} if part == "messages" else {}
        again = post(client, headers, f"{path}/{part}", **data)
        assert (again.status_code, again.json()["code"]) == (409, "state_conflict")


def test_list_is_filtered_and_light(client, headers, answered, acme, inside):
    with inside(acme):
        world.support_request_of(acme)
    items = client.get(URL, {"state": "waiting_for_user"}, headers=headers).json()["items"]
    assert [item["id"] for item in items] == [answered.public_id]
    assert "attached" not in items[0]
    assert len(client.get(URL, headers=headers).json()["items"]) == 2
    assert client.get(URL, {"state": "x"}, headers=headers).status_code == 400


@pytest.mark.parametrize("rows", [1, 4])
def test_list_takes_the_same_queries_for_one_and_for_many(rows, client, headers, acme, inside):
    with inside(acme):
        for number in range(rows):
            domain = world.domain_of(acme, f"d{number}.cn")
            submission = world.submission_of(acme, domain=domain)
            world.support_request_of(acme, domain=domain, submission=submission)
    client.get(URL, headers=headers)
    with at_most(3):
        client.get(URL, headers=headers)


@pytest.mark.parametrize(
    ("data", "field", "code"),
    [
        ({}, "text", "required"),
        ({"text": " "}, "text", "blank"),
        ({"text": "字" * 4001}, "text", "max_length"),
        ({"text": "x", "verification": "ver_x"}, "verification", "not_found"),
        ({"text": "x", "operation": "op_x"}, "operation", "not_found"),
        ({"text": "x", "domain": "nowhere.cn"}, "domain", "not_found"),
        ({"text": "x", "reason": "nope"}, "reason", "not_found"),
        ({"text": "x", "verification": "a", "domain": "b.cn"}, "verification", "exactly_one"),
        ({"text": "x", "submission": "ver_x"}, "submission", "unknown_field"),
    ],
)
def test_wrong_field_is_named(data, field, code, client, headers, acme, inside):
    answer = post(client, headers, **data)
    assert answer.status_code == 400
    assert (field, code) in {(e["field"], e["code"]) for e in answer.json()["errors"]}
    with inside(acme):
        assert not SupportRequest.objects.exists()


def test_scopes_are_asked_for(client, make_key, acme, asked):
    reading = make_key(acme, "support:read")
    writing = make_key(acme, "support:write")
    path = f"/{asked.public_id}"
    assert client.get(URL + path, headers=reading).status_code == 200
    assert client.get(URL + path, headers=writing).status_code == 403
    for part in ("", f"{path}/messages", f"{path}/close"):
        assert post(client, reading, part, text="x").status_code == 403


def test_stranger_finds_nothing(client, make_key, globex, asked):
    theirs = make_key(globex)
    path = f"/{asked.public_id}"
    assert client.get(URL, headers=theirs).json()["items"] == []
    assert client.get(URL + path, headers=theirs).status_code == 404
    assert post(client, theirs, f"{path}/messages", text="x").status_code == 404
    assert post(client, theirs, f"{path}/close").status_code == 404


def test_closed_by_a_member_is_closed_for_programs_too(client, headers, asked, owner):
    with acting_as(owner):
        close_request(actor=owner, request=asked)
    answer = post(client, headers, f"/{asked.public_id}/messages", text="x")
    assert answer.status_code == 409


@pytest.mark.parametrize("path", ["", "/{id}/messages", "/{id}/close"])
def test_key_that_may_not_read_gets_no_conversation(client, acme, headers, make_key, failed, path):
    asked = post(client, headers, text="please", verification=failed.public_id).json()
    narrow = make_key(acme, "support:write")
    answer = post(client, narrow, path.format(id=asked["id"]), text="and?")
    assert answer.status_code == 403
    assert answer.json()["code"] == "scope_missing"


def test_closed_request_goes_on_with_a_message_or_without(client, headers, failed):
    body = post(client, headers, text="please", verification=failed.public_id).json()
    post(client, headers, f"/{body['id']}/close")
    again = post(client, headers, f"/{body['id']}/reopen", text="and this")
    assert (again.status_code, again.json()["state"]) == (200, "open")
    assert [m["text"] for m in again.json()["messages"]] == ["please", "and this"]
    twice = post(client, headers, f"/{body['id']}/reopen")
    assert (twice.status_code, twice.json()["code"]) == (409, "state_conflict")


def test_scopes_of_support_are_enough_to_go_on_with_a_closed_one(client, make_key, acme, failed):
    headers = make_key(acme, "support:read", "support:write", "verifications:read")
    body = post(client, headers, text="please", verification=failed.public_id).json()
    support = make_key(acme, "support:read", "support:write")
    assert post(client, support, f"/{body['id']}/close").status_code == 200
    other = make_key(acme, "verifications:read", "verifications:write")
    refused = post(client, other, f"/{body['id']}/reopen")
    assert (refused.status_code, refused.json()["code"]) == (403, "scope_missing")
    assert "support:write" in refused.json()["detail"]
    assert post(client, support, f"/{body['id']}/reopen").status_code == 200
