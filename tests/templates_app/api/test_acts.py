"""Disabling a template, seeing its number, and the form's help while typing."""

import pytest

from registrar.oplog.models import LogEntry
from tests.world import NUMBER

SENSITIVE = ("templates:read", "templates:write", "sensitive")


def test_template_is_disabled_once_and_for_good(caller, acme, make_template):
    call, path = caller(acme), f"/templates/{make_template(acme).public_id}"
    body = call("post", f"{path}/disable").json()
    assert (body["state"], body["disabled_reason"]) == ("disabled", "retired")
    again = call("post", f"{path}/disable")
    assert (again.status_code, again.json()["code"]) == (409, "operation_blocked")


def test_number_is_shown_to_a_sensitive_key_with_a_reason_in_the_log(
    caller, acme, make_template, inside
):
    template = make_template(acme, document_number=NUMBER)
    path = f"/templates/{template.public_id}/number"
    call, key = caller(acme, SENSITIVE), {"Idempotency-Key": "k"}
    answer, again = (call("post", path, {"reason": "ticket 4711"}, **key) for _ in range(2))
    assert answer.json() == again.json() == {"document_number": NUMBER}
    assert answer["Cache-Control"] == again["Cache-Control"] == "no-store"
    with inside(acme):
        entry = LogEntry.objects.get(action="template.number_revealed")
    assert entry.reason == "ticket 4711"
    assert NUMBER not in f"{entry.before} {entry.after}"


@pytest.mark.parametrize(
    ("scopes", "body", "status", "code"),
    [
        (SENSITIVE[:2], {"reason": "x"}, 403, "scope_missing"),
        (SENSITIVE, {"reason": " "}, 400, "invalid_input"),
        (SENSITIVE, {}, 400, "invalid_input"),
    ],
)
def test_number_is_not_shown_without_scope_or_reason(
    caller, acme, make_template, scopes, body, status, code
):
    path = f"/templates/{make_template(acme).public_id}/number"
    answer = caller(acme, scopes)("post", path, body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


@pytest.mark.parametrize("path", ["disable", "number"])
def test_another_accounts_template_is_not_found(caller, acme, globex, make_template, path):
    url = f"/templates/{make_template(globex).public_id}/{path}"
    assert caller(acme, SENSITIVE)("post", url, {"reason": "x"}).status_code == 404


def test_english_is_suggested_as_the_form_does(caller, acme):
    body = {"holder_type": "individual", "name_zh": "李晓明"}
    assert caller(acme)("post", "/templates/romanise", body).json() == {
        "name_en": "Li Xiaoming",
        "contact_name_en": "",
        "address_en": "",
    }


def test_number_is_checked_without_being_repeated(caller, acme):
    number = NUMBER[:-1] + "1"
    body = {"document_type": "SFZ", "document_number": number}
    answer = caller(acme)("post", "/templates/check-number", body)
    assert [one["level"] for one in answer.json()["findings"]] == ["block"]
    assert number not in answer.content.decode()
    fine = caller(acme)("post", "/templates/check-number", body | {"document_number": NUMBER})
    assert fine.json() == {"findings": []}
