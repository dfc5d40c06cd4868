"""POST /domains."""

import pytest

from domains.registries.simulated.register import put_object
from domains.selectors.operations import find_operation
from tests.domains.services.pipeline import run_to_the_end


@pytest.fixture
def body(acme, make_template):
    return {"name": "例子.cn", "template": make_template(acme).public_id, "years": 1}


def ended(account, inside, answer):
    with inside(account):
        operation = find_operation(answer.json()["id"])
    run_to_the_end(account, operation)


def test_registration_is_an_operation_that_ends_in_a_domain(api, acme, inside, body):
    answer = api("POST", "domains", body | {"auto_renew": True, "tags": ["shop"]})
    assert answer.status_code == 202
    said = answer.json()
    assert (said["operation"], said["domain"], said["state"]) == (
        "register",
        "xn--fsqu00a.cn",
        "submitted",
    )
    assert api("GET", f"operations/{said['id']}").json() == said
    assert api("GET", "domains/例子.cn").json()["lifecycle"] == "registering"
    ended(acme, inside, answer)
    domain = api("GET", "domains/例子.cn").json()
    assert (domain["lifecycle"], domain["real_name_status"]) == ("active", "verified")
    assert (domain["auto_renew"], domain["tags"]) == (True, ["shop"])
    listed = api("GET", "operations?operation=register").json()["items"]
    assert [one["id"] for one in listed] == [said["id"]]


def test_refusal_is_in_the_operation_and_the_name_may_be_asked_for_again(api, acme, inside, body):
    put_object(name="xn--fsqu00a.cn", registrant_name="别人", epp_statuses=())
    answer = api("POST", "domains", body)
    ended(acme, inside, answer)
    failure = api("GET", f"operations/{answer.json()['id']}").json()["failure"]
    assert failure["raw_messages"] == ["Object exists"]
    assert api("GET", "domains/例子.cn").status_code == 404
    assert api("GET", "domains").json()["items"] == []
    assert api("POST", "domains", body).status_code == 202


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"years": "1"}, "years"),
        ({"years": 0}, "years"),
        ({"years": None}, "years"),
        ({"price": 1}, "price"),
        ({"name": "a.example"}, "name"),
        ({"auto_renew": "yes"}, "auto_renew"),
        ({"nameservers": [1]}, "nameservers.0"),
    ],
)
def test_wrong_and_unknown_fields_are_named(api, body, change, field):
    answer = api("POST", "domains", body | change)
    assert answer.status_code == 400
    assert field in [error["field"] for error in answer.json()["errors"]]


def test_template_of_another_account_is_not_there(api, globex, make_template, body):
    foreign = make_template(globex).public_id
    answer = api("POST", "domains", body | {"template": foreign})
    assert answer.status_code == 404
    assert answer.json()["errors"][0]["field"] == "template"


def test_name_that_is_held_is_not_available_whoever_holds_it(api, acme, globex, make_domain, body):
    make_domain(acme, "own.cn")
    make_domain(globex, "theirs.cn")
    said = []
    for name in ("own.cn", "theirs.cn"):
        answer = api("POST", "domains", body | {"name": name}).json()
        said.append({key: answer[key] for key in ("status", "code", "detail", "errors")})
    assert said[0] == said[1]
    assert said[0]["code"] == "name_not_available"


def test_asked_twice_names_the_one_under_way(api, body):
    first = api("POST", "domains", body).json()
    second = api("POST", "domains", body)
    assert (second.status_code, second.json()["operation"]) == (409, first["id"])


def test_template_that_can_not_hold_it_says_why(api, acme, make_template, body):
    disabled = make_template(acme, state="disabled").public_id
    answer = api("POST", "domains", body | {"template": disabled})
    assert (answer.status_code, answer.json()["code"]) == (409, "operation_blocked")
    assert answer.json()["errors"][0]["code"] == "template_disabled"


def test_dry_run_registers_nothing(api, body):
    assert api("POST", "domains?dry_run=true", body).status_code == 202
    assert api("GET", "domains").json()["items"] == []
    assert api("GET", "operations").json()["items"] == []


def test_it_is_none_of_the_operations_that_a_domain_takes(api, acme, make_domain):
    make_domain(acme, "a.com")
    answer = api("POST", "operations", {"operation": "register", "domain": "a.com"})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "operation")


def test_scope_of_operations_is_needed(acme, api_of, body):
    assert api_of(acme, scopes=("domains:write",))("POST", "domains", body).status_code == 403


@pytest.mark.parametrize("path", ["", "/operations", "/timeline"])
def test_domain_that_is_gone_is_not_found(api, acme, make_domain, path):
    make_domain(acme, "a.com", lifecycle="gone")
    assert api("GET", f"domains/a.com{path}").status_code == 404
