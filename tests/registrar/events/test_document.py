"""The list of events as people and programs read it."""

from pathlib import Path

import yaml
from django.conf import settings

from registrar.events.catalogue import event_types
from registrar.events.document import event_list


def test_documented_list_is_current_and_names_every_type():
    kept = (Path(settings.BASE_DIR) / "docs" / "events.md").read_text(encoding="utf-8")
    assert kept == event_list(), "run `make events`"
    for kind in event_types():
        assert f"### {kind.name}\n" in kept


def test_api_document_describes_every_type_as_a_webhook(client, db):
    document = yaml.safe_load(client.get("/api/v1/schema").content)
    assert sorted(document["webhooks"]) == [kind.name for kind in event_types()]
    body = document["webhooks"]["verification.failed"]["post"]["requestBody"]["content"]
    event, more = body["application/json"]["schema"]["allOf"]
    assert event["$ref"].removeprefix("#/components/schemas/") in document["components"]["schemas"]
    assert more["properties"]["type"] == {"const": "verification.failed"}
    assert "reasons" in more["properties"]["data"]["properties"]


def test_docs_page_names_every_type(client, db):
    text = client.get("/api/v1/docs").content.decode()
    for kind in event_types():
        assert kind.name in text
