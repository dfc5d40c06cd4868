"""Every body and answer of the API's description has an example, and each keeps to its schema."""

import pytest
from drf_spectacular.generators import SchemaGenerator
from jsonschema import Draft202012Validator


@pytest.fixture(scope="module")
def document():
    return SchemaGenerator().get_schema(request=None, public=True)


def parts(document):
    """(where, part) of every JSON body and every good answer."""
    for path, item in document["paths"].items():
        for method, operation in item.items():
            place = f"{method} {path}"
            for part in operation.get("requestBody", {}).get("content", {}).values():
                yield f"{place} body", part
            for status, response in operation["responses"].items():
                if status < "300" and "application/json" in response.get("content", {}):
                    yield f"{place} {status}", response["content"]["application/json"]


def test_every_body_and_answer_has_an_example(document):
    assert [place for place, part in parts(document) if not part.get("examples")] == []


def test_every_example_keeps_to_its_schema(document):
    wrong = []
    for place, part in parts(document):
        schema = part["schema"] | {"components": document["components"]}
        for example in part["examples"].values():
            name = example.get("$ref", "").rpartition("/")[2]
            given = document["components"]["examples"][name] if name else example
            errors = Draft202012Validator(schema).iter_errors(given["value"])
            wrong += [f"{place}: {e.json_path} {e.message[:80]}" for e in errors]
    assert wrong == []
