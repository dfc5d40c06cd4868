"""What the API's description says of refusals and limits, for every operation alike."""

import json

import pytest
from drf_spectacular.generators import SchemaGenerator

from registrar.api.problem_codes import problem_code, problem_codes
from registrar.paging import MAX_LIMIT

PROBLEM = {"$ref": "#/components/schemas/Problem"}


@pytest.fixture(scope="module")
def document():
    return SchemaGenerator().get_schema(request=None, public=True)


@pytest.fixture(scope="module")
def operations(document):
    return [operation for path in document["paths"].values() for operation in path.values()]


def test_every_refusal_is_a_problem_with_the_codes_that_it_may_have(document, operations):
    shared = document["components"]["responses"]
    for operation in operations:
        refusals = {s: r for s, r in operation["responses"].items() if s >= "400"}
        for status, given in refusals.items():
            response = shared.get(given.get("$ref", "").rpartition("/")[2], given)
            assert list(response["content"]) == ["application/problem+json"]
            general, narrowed = response["content"]["application/problem+json"]["schema"]["allOf"]
            assert general == PROBLEM
            for code in narrowed["properties"]["code"]["enum"]:
                assert problem_code(code).status == int(status), operation["operationId"]
                assert f"`{code}`" in response["description"], operation["operationId"]


def test_every_code_is_some_operations_or_everybodys(document):
    said = json.dumps(document)
    everybodys = {"method_not_allowed", "server_error"}
    unused = {one.code for one in problem_codes() if f'"{one.code}"' not in said}
    assert unused <= everybodys | {"not_permitted"}


def test_every_limit_is_described_with_its_bounds(operations):
    limits = [p for o in operations for p in o.get("parameters", ()) if p["name"] == "limit"]
    assert len(limits) >= 4
    for parameter in limits:
        assert (parameter["schema"]["minimum"], parameter["schema"]["maximum"]) == (1, MAX_LIMIT)


def test_refused_item_of_a_batch_fits_its_description(document):
    item = document["components"]["schemas"]["BatchItemShape"]["properties"]
    for name in ("id", "operation", "domain", "template", "created_at", "expected_provisional"):
        assert "null" in item[name]["type"], name
    assert item["failure"]["oneOf"].count({"type": "null"}) == 1


def parameters_of(operation):
    return {(p["in"], p["name"]) for p in operation.get("parameters", ())}


def test_every_unsafe_operation_describes_keys_and_dry_runs(document):
    rules = {("header", "Idempotency-Key"), ("query", "dry_run")}
    for path, item in document["paths"].items():
        for method, operation in item.items():
            place = f"{method} {path}"
            if method == "get":
                assert not rules & parameters_of(operation), place
                continue
            assert rules <= parameters_of(operation), place
            assert {"409", "422"} <= set(operation["responses"]), place
            running = operation["responses"]["409"]
            shared = running.get("$ref", "").rpartition("/")[2]
            running = document["components"]["responses"][shared] if shared else running
            assert "Retry-After" in running["headers"], place
            done = [a for status, a in operation["responses"].items() if status < "300"]
            assert done, place
            for answer in done:
                assert {"Idempotency-Replayed", "Dry-Run"} <= set(answer["headers"]), place


def test_clients_made_from_it_know_where_to_call(document):
    assert document["servers"] == [{"url": "/"}]
    assert all(path.startswith("/api/v1/") for path in document["paths"])


def test_whatever_has_a_tag_describes_its_conditions(document):
    found = 0
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if ("header", "If-Match") not in parameters_of(operation):
                continue
            found += 1
            assert "412" in operation["responses"], path
            if method == "get":
                assert "304" in operation["responses"], path
                assert "ETag" in operation["responses"]["200"]["headers"], path
    assert found >= 9
