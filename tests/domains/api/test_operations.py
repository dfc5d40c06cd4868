"""POST and GET /operations, /operations/{id}, /operations/{id}/cancel."""

import pytest

from domains import failures
from domains.selectors.operations import find_operation
from tests.domains.services.pipeline import run_to_the_end

WITHOUT_SENSITIVE = ("operations:write", "operations:read")


def change(domain="a.com", template=None):
    return {"operation": "change_registrant", "domain": domain, "template": template}


@pytest.fixture
def template(acme, make_template):
    return make_template(acme)


def test_change_of_registrant_is_taken_with_its_expected_day(api, acme, make_domain, template):
    make_domain(acme, "a.com")
    answer = api("POST", "operations", change(template=template.public_id))
    assert answer.status_code == 202
    body = answer.json()
    assert (body["operation"], body["domain"], body["state"]) == (
        "change_registrant",
        "a.com",
        "submitted",
    )
    assert body["expected_on"] is not None
    assert body["failure"] is None
    assert api("GET", f"operations/{body['id']}").json() == body
    domain = api("GET", "domains/a.com").json()
    assert domain["service_status"] == "registrant_change_in_review"


def test_change_without_the_sensitive_scope_is_refused(acme, api_of, make_domain, template):
    make_domain(acme, "a.com")
    api = api_of(acme, scopes=WITHOUT_SENSITIVE)
    answer = api("POST", "operations", change(template=template.public_id))
    assert (answer.status_code, answer.json()["code"]) == (403, "scope_missing")


def test_removing_a_lock_needs_the_sensitive_scope_and_adding_does_not(acme, api_of, make_domain):
    for name in ("a.com", "b.com"):
        make_domain(acme, name, epp_statuses=["clientTransferProhibited"])
    api = api_of(acme, scopes=WITHOUT_SENSITIVE)
    order = {"operation": "set_locks", "domain": "a.com"}
    remove, add = order | {"locks": {"transfer": False}}, order | {"locks": {"delete": True}}
    refused = api("POST", "operations", remove)
    assert (refused.status_code, refused.json()["code"]) == (403, "scope_missing")
    assert refused.json()["scope"] == "sensitive"
    assert api("GET", "operations").json()["items"] == []
    many = api("POST", "operations", {"items": [remove, add | {"domain": "b.com"}]}).json()
    assert [item["problem"] and item["problem"]["code"] for item in many["items"]] == [
        "scope_missing",
        None,
    ]
    assert api_of(acme)("POST", "operations", remove).json()["state"] == "submitted"


def test_blocked_operation_answers_every_reason(api, acme, make_domain, template):
    make_domain(acme, "a.com", lifecycle="expired", disputed=True)
    answer = api("POST", "operations", change(template=template.public_id))
    assert (answer.status_code, answer.json()["code"]) == (409, "operation_blocked")
    assert {e["code"] for e in answer.json()["errors"]} == {"expired", "disputed"}


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        ({}, 400, "operation"),
        ([], 400, ""),
        ({"operation": "fly", "domain": "a.com"}, 400, "operation"),
        ({"operation": "set_locks", "domain": "a.com", "colour": "red"}, 400, "colour"),
        ({"operation": "set_locks", "domain": "nobody.com"}, 404, "domain"),
        ({"operation": "set_locks", "domain": "a.com"}, 400, "locks"),
        ({"operation": "change_registrant", "domain": "a.com"}, 400, "template"),
        (change(template="tpl_nonsense"), 404, "template"),
        (change(template=7), 400, "template"),
        (change(domain=7, template="tpl_x"), 400, "domain"),
        ({"items": []}, 400, "items"),
        ({"items": [{}], "operation": "set_locks"}, 400, "operation"),
        ({"items": [{}] * 4001}, 400, "items"),
    ],
)
def test_wrong_body_is_refused_and_named(api, acme, make_domain, body, status, field):
    make_domain(acme, "a.com")
    answer = api("POST", "operations", body)
    assert answer.status_code == status
    assert field in [error["field"] for error in answer.json()["errors"]]


def test_refused_item_stops_no_other(api, acme, globex, make_domain, template):
    for name in ("a.com", "b.com"):
        make_domain(acme, name)
    make_domain(acme, "c.com", lifecycle="redemption")
    make_domain(globex, "foreign.com")
    items = [
        change("c.com", template.public_id),
        change("a.com", template.public_id),
        change("foreign.com", template.public_id),
        {"operation": "fly"},
        change("a.com", template.public_id),
        change("b.com", template.public_id),
    ]
    answer = api("POST", "operations", {"items": items})
    assert answer.status_code == 202
    found = answer.json()["items"]
    problems = [item["problem"] and item["problem"]["status"] for item in found]
    assert problems == [409, None, 404, 400, None, None]
    assert [item["domain"] for item in found] == [item.get("domain") for item in items]
    assert (found[4]["state"], found[4]["id"]) == ("waiting", None)
    listed = api("GET", f"operations?batch={answer.json()['id']}").json()["items"]
    assert {item["domain"] for item in listed} == {"a.com", "b.com"}
    assert {item["id"] for item in listed} == {item["id"] for item in found if item["id"]}


def test_failed_operation_is_explained(
    api, acme, make_domain, make_template, inside, monkeypatch, allow_name
):
    allow_name("中国样例协会")
    monkeypatch.setattr(failures, "_explainers", [])
    failures.register_failure_explainer(lambda messages: [{"code": "x", "title": messages[0]}])
    make_domain(acme, "a.com")
    template = make_template(acme, name_zh="中国样例协会")
    made = api("POST", "operations", change(template=template.public_id)).json()
    with inside(acme):
        operation = find_operation(made["id"])
    run_to_the_end(acme, operation)
    failed = api("GET", f"operations/{made['id']}").json()
    assert failed["state"] == "failed"
    assert failed["failure"] == {
        "stage": "registry",
        "raw_messages": ["填写有误，或因为其他原因无法使用"],
        "reasons": [{"code": "x", "title": "填写有误，或因为其他原因无法使用"}],
    }


def test_cancel_works_once_and_only_before_the_registry_has_it(api, acme, make_domain, template):
    make_domain(acme, "a.com")
    first = api("POST", "operations", change(template=template.public_id)).json()
    answer = api("POST", f"operations/{first['id']}/cancel")
    assert (answer.status_code, answer.json()["state"]) == (200, "cancelled")
    assert api("POST", f"operations/{first['id']}/cancel").status_code == 409
    second = api("POST", "operations", change(template=template.public_id)).json()
    assert second["state"] == "submitted"


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "operations/{}"), ("POST", "operations/{}/cancel")]
)
def test_another_accounts_operation_is_not_found(
    api, globex, api_of, make_domain, make_template, method, path
):
    make_domain(globex, "b.com")
    theirs = api_of(globex)(
        "POST", "operations", change("b.com", make_template(globex).public_id)
    ).json()
    assert api(method, path.format(theirs["id"])).status_code == 404
    assert api(method, path.format("op_nonsense")).status_code == 404
    assert api("GET", "operations").json()["items"] == []


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("state=submitted", 200),
        ("operation=set_locks", 200),
        ("domain=a.com", 200),
        ("domain=nobody.com", 404),
        ("batch=nonsense", 404),
        ("state=nonsense", 400),
        ("colour=red", 400),
    ],
)
def test_list_is_narrowed_or_refuses(api, acme, make_domain, query, status):
    make_domain(acme, "a.com")
    api(
        "POST",
        "operations",
        {"operation": "set_locks", "domain": "a.com", "locks": {"delete": True}},
    )
    answer = api("GET", f"operations?{query}")
    assert answer.status_code == status
    if status == 200:
        assert len(answer.json()["items"]) == 1
