"""The OpenAPI document and the page made from it, for everybody."""

import pytest
import yaml


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
            assert {"400", "401", "406", "429"} <= set(operation["responses"]), place
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


def test_docs_keep_to_the_strict_policy(client, db):
    response = client.get("/api/v1/docs")
    assert "default-src 'self'" in response["Content-Security-Policy"]
    assert "<style" not in response.content.decode()
    assert "//cdn" not in response.content.decode()
