"""The OpenAPI document and the page made from it, for everybody."""

import pytest
import yaml
from django.utils.html import escape

from registrar.api import described_resources
from registrar.api.doc_fields import fields_of
from registrar.api.templatetags.api_docs import with_code


def document(client):
    return yaml.safe_load(client.get("/api/v1/schema").content)


def test_schema_needs_no_key_and_is_openapi_3_1(client, db):
    found = document(client)
    assert found["openapi"].startswith("3.1")
    assert "/api/v1/me" in found["paths"]
    assert "/api/v1/operation-logs" in found["paths"]


def test_schema_ignores_even_a_wrong_key(client, db):
    response = client.get("/api/v1/schema", headers={"Authorization": "Bearer wrong"})
    assert response.status_code == 200


def test_every_operation_names_problems_and_the_way_to_sign_in(client, db):
    for path, item in document(client)["paths"].items():
        for method, operation in item.items():
            place = f"{method} {path}"
            # Files are sent whatever is accepted.
            wanted = {"400", "401", "429"} | (set() if path.endswith("/export") else {"406"})
            assert wanted <= set(operation["responses"]), place
            assert "default" not in operation["responses"], place
            assert operation["security"] == [{"apiKey": []}], place


def test_operation_ids_are_unique(client, db):
    ids = [
        operation["operationId"]
        for item in document(client)["paths"].values()
        for operation in item.values()
    ]
    assert len(ids) == len(set(ids))


def test_docs_list_every_operation_with_its_scope(client, db):
    # Long addresses may break between their parts.
    text = client.get("/api/v1/docs").content.decode().replace("<wbr>", "")
    for path in document(client)["paths"]:
        assert path in text
    assert "logs:read" in text


@pytest.mark.parametrize(("language", "word"), [("zh-hans", "文档"), ("en", "documentation")])
def test_docs_follow_the_language_switch(client, db, language, word):
    client.cookies["language"] = language
    assert word in client.get("/api/v1/docs").content.decode()


def test_document_and_page_say_what_it_and_each_resource_is(client, db):
    client.cookies["language"] = "en"
    found = document(client)
    page = client.get("/api/v1/docs").content.decode()
    used = {tag for i in found["paths"].values() for one in i.values() for tag in one["tags"]}
    assert "Idempotency-Key" in found["info"]["description"]
    assert {tag["name"] for tag in found["tags"]} == used == set(described_resources.NAMES)
    assert all(escape(tag["description"]) in page for tag in found["tags"])


def test_docs_keep_to_the_strict_policy(client, db):
    response = client.get("/api/v1/docs")
    assert "default-src 'self'" in response["Content-Security-Policy"]
    assert "<style" not in response.content.decode()
    assert "//cdn" not in response.content.decode()


def test_docs_show_calls_to_copy_nested_fields_and_what_refusals_mean(client, db):
    client.cookies["language"] = "en"
    text = client.get("/api/v1/docs").content.decode()
    assert "curl -X POST" in text
    assert "requests.request(" in text
    assert "api-depth-2" in text
    assert "409 operation_blocked" in text
    assert '<code class="mono">Retry-After</code>' in text


def test_docs_mark_nothing_required_that_only_one_of_two_bodies_asks_for(client, db):
    given = document(client)
    body = given["paths"]["/api/v1/verifications"]["post"]["requestBody"]["content"]
    fields = fields_of(given, body["application/json"]["schema"])
    found = {(field.name, field.required) for field in fields if field.depth == 0}
    assert {("materials", False), ("items", False)} <= found
    assert any(field.required for field in fields if field.depth == 1)


def test_docs_name_every_resource_at_the_side(client, db):
    text = client.get("/api/v1/docs").content.decode()
    for resource in ("domains", "templates", "verifications", "reminders"):
        assert f'href="#{resource}"' in text
        assert f'id="{resource}"' in text


def test_texts_between_backticks_are_code_and_nothing_is_markup():
    assert with_code("`<b>` & x") == '<code class="mono">&lt;b&gt;</code> &amp; x'
